import { ResultAsync } from "neverthrow";
import type { ListPage, ListQuery } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { worlds } from "../../../src/testing/questions/worlds/all-worlds.ts";
import { type Breaks, broken, type BrokenStorage, type ListName, type Row, withReader } from "./broken-storage.ts";

const [equalIds = "", beginnings = "", spellings = "", places = "", , crowded = ""] = worlds.map(
  ({ threat }) => `questions › answers every question exactly if ${threat}`,
);

type Filters = ListQuery & { readonly role?: string | null };
type Ask = (query: Filters) => Promise<ListPage<Row>>;

interface Mistake {
  readonly name: string;
  readonly lists: readonly ListName[];
  readonly caughtBy: string;
  readonly answer: (query: Filters, ask: Ask) => Promise<ListPage<Row>>;
}

const all: readonly ListName[] = [
  "organizationMembers",
  "workspaceMembers",
  "candidates",
  "workspaces",
  "workspacesOf",
];
const withRole: readonly ListName[] = ["organizationMembers", "workspaceMembers"];
const whole = 100_000;
const roleOf = (row: object): string => {
  const { workspaceRole, organizationRole } = row as Record<string, string | null>;
  return workspaceRole ?? organizationRole ?? "";
};

/** Compares roles by itself. */
function comparesRoles(matches: (role: string, asked: string) => boolean): Mistake["answer"] {
  return async (query, ask) => {
    const { role, limit } = query;
    if (role === null || role === undefined) return ask(query);
    const page = await ask({ ...query, role: null, limit: whole });
    return { ...page, rows: page.rows.filter((row) => matches(roleOf(row), role)).slice(0, limit) };
  };
}

const mistakes: readonly Mistake[] = [
  {
    name: "ignores the words if a role is asked for",
    lists: withRole,
    caughtBy: equalIds,
    answer: (query, ask) => ask(query.role === null ? query : { ...query, words: [] }),
  },
  {
    name: "ignores the role if words are asked for",
    lists: withRole,
    caughtBy: equalIds,
    answer: (query, ask) => ask(query.words.length === 0 ? query : { ...query, role: null }),
  },
  {
    name: "looks for the first word only",
    lists: all,
    caughtBy: equalIds,
    answer: (query, ask) => ask({ ...query, words: query.words.slice(0, 1) }),
  },
  {
    name: "looks for the last word only",
    lists: all,
    caughtBy: equalIds,
    answer: (query, ask) => ask({ ...query, words: query.words.slice(-1) }),
  },
  {
    name: "matches the beginning of a role",
    lists: ["workspaceMembers"],
    caughtBy: beginnings,
    answer: comparesRoles((role, asked) => role.startsWith(asked)),
  },
  {
    name: "compares roles without case",
    lists: ["workspaceMembers"],
    caughtBy: spellings,
    answer: comparesRoles((role, asked) => role.toLowerCase() === asked.toLowerCase()),
  },
  {
    name: "compares roles in NFC",
    lists: ["workspaceMembers"],
    caughtBy: spellings,
    answer: comparesRoles((role, asked) => role.normalize("NFC") === asked.normalize("NFC")),
  },
  {
    name: "searches only the first 1,000 rows",
    lists: all,
    caughtBy: crowded,
    answer: async (query, ask) => {
      if (query.words.length === 0) return ask(query);
      const first = await ask({ ...query, words: [], limit: 1_000 });
      const found = await ask(query);
      const ids = new Set(first.rows.map((row) => JSON.stringify(row)));
      return { ...found, rows: found.rows.filter((row) => ids.has(JSON.stringify(row))) };
    },
  },
  {
    name: "returns one row too many",
    lists: all,
    caughtBy: places,
    answer: (query, ask) => ask({ ...query, limit: query.limit + 1 }),
  },
  {
    name: "forgets the place if words are asked for",
    lists: all,
    caughtBy: places,
    answer: (query, ask) => ask(query.words.length === 0 ? query : { ...query, after: null }),
  },
  {
    name: "continues after the name key alone",
    lists: all,
    caughtBy: places,
    answer: (query, ask) =>
      ask(query.after === null ? query : { ...query, after: { ...query.after, id: "\u{10ffff}" } }),
  },
  {
    name: "sorts by UTF-16 units",
    lists: all,
    caughtBy: places,
    answer: async (query, ask) => {
      const page = await ask(query);
      return { ...page, rows: [...page.rows].sort((left, right) => (left.nameKey < right.nameKey ? -1 : 1)) };
    },
  },
];

/** Adds the rows of another organization to one kind of question. */
function leaks(list: ListName, isAsked: (query: Filters) => boolean): Breaks {
  return (storage) => {
    const seen = new Set<OrganizationId>();
    const read = withReader(storage, list, async (query, ask) => {
      const page = await ask(query);
      if (!isAsked(query)) return page;
      const rows = [...page.rows];
      for (const organizationId of seen)
        if (organizationId !== query.organizationId) rows.push(...(await ask({ ...query, organizationId })).rows);
      return { ...page, rows: rows.slice(0, query.limit) };
    });
    return {
      ...read,
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
    };
  };
}

type EventsOptions = Parameters<RosterStorage["events"]>[3];

/** Changes the filters of a query for events. */
function changesEventsQuery(change: (options: EventsOptions) => Partial<EventsOptions>): Breaks {
  return (storage) => ({
    ...storage,
    events: (organizationId, after, limit, options) =>
      storage.events(organizationId, after, limit, { ...options, ...change(options) }),
  });
}

/** Answers a query for events of one organization with those of another that has any. */
const sharesOperations: Breaks = (storage) => {
  const seen = new Set<OrganizationId>();
  return {
    ...storage,
    events(organizationId, after, limit, options) {
      const own = storage.events(organizationId, after, limit, options);
      if (options.operationId === null) return own;
      const answer = async () => {
        const page = await valueOf(own);
        const rows = [...page.rows];
        for (const other of seen)
          if (other !== organizationId)
            rows.push(...(await valueOf(storage.events(other, after, limit, options))).rows);
        return { ...page, rows: rows.slice(0, limit) };
      };
      return ResultAsync.fromSafePromise(answer());
    },
    commit(batch, options) {
      seen.add(batch.organizationId);
      return storage.commit(batch, options);
    },
  };
};

const filters = ["workspaceId", "userId", "operationId"] as const;

export const brokenQuestions: readonly BrokenStorage[] = [
  ...mistakes.flatMap(({ name, lists, caughtBy, answer }) =>
    lists.map((list) => broken(`${name} (${list})`, (storage) => withReader(storage, list, answer), caughtBy)),
  ),
  ...all.flatMap((list) => [
    broken(
      `returns rows of every organization if one word is asked for (${list})`,
      leaks(list, ({ words }) => words.length === 1),
      equalIds,
    ),
    broken(
      `returns rows of every organization if two words are asked for (${list})`,
      leaks(list, ({ words }) => words.length === 2),
      equalIds,
    ),
    broken(
      `returns rows of every organization behind a place (${list})`,
      leaks(list, ({ after }) => after !== null),
      equalIds,
    ),
  ]),
  ...filters.flatMap((ignored) =>
    filters
      .filter((other) => other !== ignored)
      .map((other) =>
        broken(
          `ignores ${ignored} of events if ${other} is given`,
          changesEventsQuery((options) => (options[other] === null ? {} : { [ignored]: null })),
          equalIds,
        ),
      ),
  ),
  broken("finds the events of an operation in every organization", sharesOperations, equalIds),
];
