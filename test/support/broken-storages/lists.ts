import type { ListQuery } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { broken, type BrokenStorage, type ListName, type Row, withReader } from "./broken-storage.ts";

type BreaksList = (list: ListName) => (storage: RosterStorage) => RosterStorage;

const whole = 100_000;

const idOf = (row: object): string => {
  const { workspaceId, userId = workspaceId } = row as { readonly workspaceId?: string; readonly userId?: string };
  return userId ?? "";
};

/** Returns the rows of every organization. */
const forgetsTenant: BreaksList = (list) => (storage) => {
  const seen = new Set<OrganizationId>();
  const read = withReader(storage, list, async (query, ask) => {
    const page = await ask(query);
    const rows = [...page.rows];
    for (const organizationId of seen) {
      if (organizationId !== query.organizationId) rows.push(...(await ask({ ...query, organizationId })).rows);
    }
    return { ...page, rows };
  });
  return {
    ...read,
    commit(batch, options) {
      seen.add(batch.organizationId);
      return storage.commit(batch, options);
    },
  };
};

/** Sorts in a different order. */
function sorts(compare: (left: string, right: string) => number): BreaksList {
  return (list) => (storage) =>
    withReader(storage, list, async (query, ask) => {
      const page = await ask({ ...query, limit: whole });
      const rows = [...page.rows].sort((left, right) => compare(left.nameKey, right.nameKey));
      return { ...page, rows: rows.slice(0, query.limit) };
    });
}

/** Changes the query. */
function asks(change: (query: ListQuery) => Partial<ListQuery>): BreaksList {
  return (list) => (storage) => withReader(storage, list, (query, ask) => ask({ ...query, ...change(query) }));
}

/** Searches with a different comparison of words. */
function searches(matches: (word: string, asked: string) => boolean): BreaksList {
  return (list) => (storage) => {
    const words = new Map<string, readonly string[]>();
    const keyOf = (organizationId: string, id: string): string => JSON.stringify([organizationId, id]);
    const read = withReader(storage, list, async (query, ask) => {
      const page = await ask({ ...query, words: [], limit: whole });
      const has = (row: Row, asked: string): boolean =>
        (words.get(keyOf(query.organizationId, idOf(row))) ?? []).some((word) => matches(word, asked));
      const rows = page.rows.filter((row) => query.words.every((asked) => has(row, asked)));
      return { ...page, rows: rows.slice(0, query.limit) };
    });
    return {
      ...read,
      commit(batch, options) {
        for (const write of batch.writes) {
          if (write.kind === "put" && "words" in write.record)
            words.set(keyOf(batch.organizationId, idOf(write.record)), [...write.record.words]);
        }
        return storage.commit(batch, options);
      },
    };
  };
}

const like = (word: string, asked: string): boolean => {
  const pattern = asked
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("%", ".*")
    .replaceAll("_", ".");
  return new RegExp(`^${pattern}`, "su").test(word);
};

/** Remembers how many rows it returned before a position, and skips that many. */
const skipsRows: BreaksList = (list) => (storage) => {
  const offsets = new Map<string, number>();
  const keyOf = ({ organizationId, words }: ListQuery, nameKey: string, id: string): string =>
    JSON.stringify([organizationId, words, nameKey, id]);
  return withReader(storage, list, async (query, ask) => {
    const offset = query.after === null ? 0 : offsets.get(keyOf(query, query.after.nameKey, query.after.id));
    if (offset === undefined) return ask(query);
    const page = await ask({ ...query, after: null, limit: whole });
    const rows = page.rows.slice(offset, offset + query.limit);
    rows.forEach((row, index) => offsets.set(keyOf(query, row.nameKey, idOf(row)), offset + index + 1));
    return { ...page, rows };
  });
};

const kinds: readonly (readonly [name: string, breaks: BreaksList, ...caughtBy: readonly string[]])[] = [
  ["forgets the tenant", forgetsTenant, "keeps equal ids of two organizations apart"],
  [
    "sorts by UTF-16 units",
    sorts((left, right) => (left < right ? -1 : left > right ? 1 : 0)),
    "sorts by name key and then by id, both byte for byte",
  ],
  [
    "sorts by the collation of a language",
    sorts(new Intl.Collator("de").compare),
    "sorts by name key and then by id, both byte for byte",
  ],
  [
    "searches for one word only",
    asks(({ words }) => ({ words: words.slice(0, 1) })),
    "finds rows that match all search words, in any order",
  ],
  ["takes what is typed for a LIKE pattern", searches(like), "takes every character of a search word literally"],
  [
    "folds the case of words",
    searches((word, asked) => word.toLowerCase().startsWith(asked.toLowerCase())),
    "takes every character of a search word literally",
  ],
  [
    "finds words in the middle",
    searches((word, asked) => word.includes(asked)),
    "finds rows that have a word beginning with the search word",
  ],
  [
    "repeats the last row of a page",
    asks(({ after }) => ({ after: after && { ...after, id: after.id.slice(0, -1) } })),
    "returns the whole list once, with pages of every size",
    "returns the rows after a position, whether or not a row is at that position",
  ],
  ["pages by OFFSET", skipsRows, "continues where a page ended, although rows around it came and went"],
  [
    "returns no more than 100 rows",
    asks(({ limit }) => ({ limit: Math.min(limit, 100) })),
    "returns 501 of more rows, which the largest page of the core asks for",
  ],
];

export const brokenLists: readonly BrokenStorage[] = [
  ...listKinds.flatMap(({ name: list }) =>
    kinds.map(([name, breaks, ...caughtBy]) =>
      broken(`${name} in ${list}`, breaks(list), ...caughtBy.map((title) => `read: ${list} › ${title}`)),
    ),
  ),
  broken(
    "reads the facts of organizationMembers before the page",
    (storage) =>
      withReader(storage, "organizationMembers", async (query, ask) => {
        const facts = await valueOf(storage.load(query.organizationId, query.need, {}));
        return { ...(await ask(query)), facts };
      }),
    "race › returns a page and its facts of one revision, and never an older one later",
  ),
];
