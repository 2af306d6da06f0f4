import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { type Breaks, broken, type BrokenStorage, withCommit, withReader } from "./broken-storage.ts";

const inEveryList = listKinds.map(
  ({ name }) => `read: ${name} › searches for stop words, inflected words and operators as for any other word`,
);

/** Searches in its own way: for other words, or among other rows. */
function searches(change: (words: readonly string[]) => readonly string[]): Breaks {
  return (storage) =>
    listKinds.reduce(
      (changed, { name }) => withReader(changed, name, (query, ask) => ask({ ...query, words: change(query.words) })),
      storage,
    );
}

const stops = new Set(["a", "an", "and", "is", "it", "not", "of", "or", "the", "to"]);
const each =
  (change: (word: string) => string) =>
  (words: readonly string[]): readonly string[] =>
    words.map(change);

/** Changes the words that are stored. */
const stores =
  (change: (words: readonly string[]) => readonly string[]): Breaks =>
  (storage) =>
    withCommit(storage, (batch) =>
      valueOf(
        storage.commit(
          {
            ...batch,
            writes: batch.writes.map((write) =>
              write.kind === "put" && (write.table === "organization_member" || write.table === "workspace")
                ? ({ ...write, record: { ...write.record, words: change(write.record.words) } } as typeof write)
                : write,
            ),
          },
          {},
        ),
      ),
    );

/** Searches for other words than those that were typed, as a full-text index does. */
export const brokenPlainWords: readonly BrokenStorage[] = [
  broken(
    "leaves stop words out of a search",
    searches((words) => words.filter((word) => !stops.has(word))),
    ...inEveryList,
  ),
  broken(
    "stores no stop words",
    stores((words) => words.filter((word) => !stops.has(word))),
    ...inEveryList,
  ),
  broken("looks for the stem of a word", searches(each((word) => word.replace(/n?(ing|ies|s)$/, ""))), ...inEveryList),
  broken("stores the stems of words", stores(each((word) => word.replace(/n?(ing|ed|s)$/, ""))), ...inEveryList),
  broken("takes a star for any end of a word", searches(each((word) => word.replace(/(?<=.)\*$/, ""))), ...inEveryList),
  broken("takes :* for any end of a word", searches(each((word) => word.replace(/:\*$/, ""))), ...inEveryList),
  broken(
    "takes a question mark for any character",
    searches(each((word) => word.replace("r?n", "run"))),
    ...inEveryList,
  ),
  broken("drops quotes around a search word", searches(each((word) => word.replaceAll('"', ""))), ...inEveryList),
  broken(
    "drops what is no letter or digit",
    searches(each((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ""))),
    ...inEveryList,
  ),
  broken(
    "leaves out AND, OR and NOT",
    searches((words) => words.filter((word) => !["AND", "OR", "NOT"].includes(word))),
    ...inEveryList,
  ),
  broken(
    "takes NOT for an operator",
    searches((words) => (words.includes("NOT") ? words.filter((word) => word === "NOT") : words)),
    ...inEveryList,
  ),
  broken("folds the case of search words", searches(each((word) => word.toLowerCase())), ...inEveryList),
  broken(
    "divides words as a tokenizer does",
    stores((words) => words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word !== "")),
    ...inEveryList,
  ),
  broken(
    "finds words of one letter by nothing",
    searches((words) => words.filter((word) => word.length > 1)),
    ...inEveryList,
  ),
];
