import { item } from "../../lists/list-item.ts";
import { equal } from "../../expectations.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore, pageByPage } from "../../lists/list-store.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

/** Words with a special meaning in a pattern language, a quoted literal or a collation. */
const strangeWords = [
  ...[
    "%",
    "_",
    "\\",
    "a%c",
    "a_c",
    "a\\c",
    "abc",
    "ABC",
    "'",
    '"',
    "it's",
    'a"b',
    "*",
    "?",
    "[a]",
    "^a",
    "$",
    "(",
    "a.c",
  ],
  ...[
    "\u00e4",
    "a\u0308",
    "\ud7ff",
    "\ue000",
    "\uffff",
    "\u{10ffff}",
    "\u{10ffff}\u{10ffff}",
    "\u{1f642}",
    "null",
    "0",
    "00",
  ],
];

function casesOf(kind: ListKind): readonly StorageCase[] {
  const group = `read: ${kind.name}`;
  return [
    storageCase(group, "finds rows that have a word beginning with the search word", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: ["ann", "smith"] }),
        item("2", { words: ["joann"] }),
        item("3", { words: ["anna", "annabel"] }),
        item("4", { words: ["an"] }),
        item("5", { words: [] }),
      ]);

      equal(await list.ids({ words: ["ann"] }), ["1", "3"]);
      equal(await list.ids({ words: ["an"] }), ["1", "3", "4"]);
      equal(await list.ids({ words: ["annabella"] }), []);
      equal(await list.ids({ words: ["nn"] }), []);
      equal(await list.ids({ words: [] }), ["1", "2", "3", "4", "5"]);
    }),

    storageCase(group, "finds rows that match all search words, in any order", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: ["ada", "byron", "king"] }),
        item("2", { words: ["ada", "lovelace"] }),
        item("3", { words: ["king"] }),
      ]);

      equal(await list.ids({ words: ["ada"] }), ["1", "2"]);
      equal(await list.ids({ words: ["king", "ada"] }), ["1"]);
      equal(await list.ids({ words: ["k", "b", "a"] }), ["1"]);
      equal(await list.ids({ words: ["ada", "x"] }), []);
      equal(await list.ids({ words: ["x", "ada"] }), []);
    }),

    storageCase(group, "lets one word of a row match two search words", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: ["anna"] }),
        item("2", { words: ["ann", "bo"] }),
      ]);

      equal(await list.ids({ words: ["an", "anna"] }), ["1"]);
      equal(await list.ids({ words: ["a", "an", "ann"] }), ["1", "2"]);
      equal(await list.ids({ words: ["an", "an"] }), ["1", "2"]);
    }),

    storageCase(group, "returns a row once, however many of its words match", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: ["a1", "a2", "a3"] }),
        item("2", { words: ["a4"] }),
      ]);

      equal(await list.ids({ words: ["a"] }), ["1", "2"]);
      equal(await pageByPage(list, 1, ["a"]), ["1", "2"]);
    }),

    storageCase(group, "takes every character of a search word literally", async ({ storage }) => {
      const items = strangeWords.map((word, index) => item(`id-${String(index).padStart(2, "0")}`, { words: [word] }));
      const list = await listStore(kind, storage, items);

      for (const word of strangeWords) {
        const expected = items.filter(({ words }) => words.some((each) => each.startsWith(word))).map(({ id }) => id);
        equal(await list.ids({ words: [word] }), expected, `words beginning with ${JSON.stringify(word)}`);
      }
    }),

    storageCase(group, "pages through the rows that match", async ({ storage }) => {
      const items = Array.from({ length: 40 }, (_, index) =>
        item(`id-${index + 10}`, { words: index % 3 === 0 ? ["fizz", "even"] : ["other"] }),
      );
      const list = await listStore(kind, storage, items);
      const expected = items.filter(({ words }) => words.includes("fizz")).map(({ id }) => id);

      for (const limit of [1, 2, 5, 13, 14, 15]) equal(await pageByPage(list, limit, ["fi", "even"]), expected);
    }),

    storageCase(
      group,
      "finds a rare word together with one that 1,500 rows have, and pages through the common one",
      async (store) => {
        const items = Array.from({ length: 1_500 }, (_, index) =>
          item(`id-${index + 1_000}`, { words: [`a${index}`, index === 1_234 ? "zebra" : "yak"] }),
        );
        const list = await listStore(kind, store.storage, items);

        equal(await list.ids({ words: ["a", "z"] }), ["id-2234"]);
        equal(await list.ids({ words: ["z", "a"] }), ["id-2234"]);
        equal(await list.ids({ words: ["zebra"], after: { nameKey: "id-2234", id: "id-2234" } }), []);
        equal(
          await pageByPage(list, 400, ["a"]),
          items.map(({ id }) => id),
        );
      },
    ),

    storageCase(group, "finds a changed row by its new words, and no longer by its old ones", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: ["old", "kept"] }),
        item("2", { words: ["old"] }),
      ]);

      await list.change(item("1", { words: ["kept", "new"] }));

      equal(await list.ids({ words: ["old"] }), ["2"]);
      equal(await list.ids({ words: ["new"] }), ["1"]);
      equal(await list.ids({ words: ["kept"] }), ["1"]);
      equal(await list.ids({ words: ["new", "old"] }), []);
    }),

    storageCase(group, "does not find a removed row", async ({ storage }) => {
      const list = await listStore(kind, storage, [item("1", { words: ["old"] }), item("2", { words: ["old"] })]);

      await list.drop(item("1", { words: ["old"] }));

      equal(await list.ids({ words: ["old"] }), ["2"]);
      equal(await list.ids(), ["2"]);
    }),
  ];
}

export const wordsCases = listKinds.flatMap(casesOf);
