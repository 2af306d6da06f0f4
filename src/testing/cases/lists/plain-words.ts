import { item } from "../../lists/list-item.ts";
import { equal } from "../../expectations.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore } from "../../lists/list-store.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

/** Words that a full-text search treats in its own way, in several languages, and operators of its query languages. */
const plainWords: readonly string[] = [
  // Stop words.
  ...["a", "an", "and", "by", "is", "it", "not", "of", "or", "s", "the", "to", "und", "le", "no", "\u0438", "\u306e"],
  // Words that have a stem in common, and plurals.
  ...["run", "running", "runs", "ran", "walked", "universe", "city", "cities", "mouse", "mice", "h\u00e4user"],
  // Operators of query languages.
  ...[
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "&",
    "|",
    "!run",
    "<->",
    "run:*",
    "a&b",
    "name:a",
    "-a",
    "+a",
    "~a",
    "^a",
    "a~1",
    "a*",
  ],
  ...["(a)", "{a}", '"a"', '"a', "'a'", "/a/", "\\a", "a:", "$a"],
  // What a tokenizer would divide or drop.
  ...["ada@example.com", "new-york", "o'neil", "3.14", "1,000", "c++", "c#", ".net", "x/y", "\u6771\u4eac\u90fd"],
];

/** Search words that begin none of the words above, and for which a full-text search might find some. */
const unknown = [
  ...["walking", "universal", "mouses", "example", "york", "neil", "14", "000", "net", "\u4eac", "The", "RUN", "the*"],
  ...["run*", "r?n", "ru%", '"run"', "near", "*", "%", "?"],
];

function casesOf(kind: ListKind): readonly StorageCase[] {
  const group = `read: ${kind.name}`;
  return [
    storageCase(
      group,
      "searches for stop words, inflected words and operators as for any other word",
      async (store) => {
        const items = plainWords.map((word, index) => item(`id-${index + 100}`, { words: [word] }));
        const all = item("id-999", { words: ["and", "not", "or", "run", "the"] });
        const list = await listStore(kind, store.storage, [...items, all]);

        for (const word of [...plainWords, ...unknown]) {
          const expected = [...items, all].filter(({ words }) => words.some((each) => each.startsWith(word)));
          equal(
            await list.ids({ words: [word], limit: plainWords.length + 2 }),
            expected.map(({ id }) => id),
            `words beginning with ${JSON.stringify(word)}`,
          );
        }
        for (const words of [
          ["the", "and"],
          ["not", "run"],
          ["or", "the"],
          ["run", "and", "the"],
        ]) {
          equal(await list.ids({ words }), ["id-999"], words.join(" "));
        }
        for (const words of [
          ["run", "walk"],
          ["the", "of"],
          ["run", "OR"],
          ["NOT", "run"],
          ["walk", "running"],
        ]) {
          equal(await list.ids({ words }), [], words.join(" "));
        }
      },
    ),
  ];
}

export const plainWordsCases = listKinds.flatMap(casesOf);
