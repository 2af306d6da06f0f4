import type { ListPage, ListQuery, PersonRow, Position } from "../../application/ports/queries.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { answer, type Breaks, type WrongStore, wrongStore } from "./wrong-store.ts";

type Reads = RosterStorage["read"];

const reading =
  (change: (read: Reads) => Partial<Reads>): Breaks =>
  (storage) => ({ ...storage, read: { ...storage.read, ...change(storage.read) } });

export const wrongLists: readonly WrongStore[] = [
  wrongStore("sorts by UTF-16", "read: organizationMembers", () =>
    reading((read) => ({
      organizationMembers: (query, options) =>
        answer(async (valueOf) => pageOf(query, await valueOf(read.organizationMembers(all(query), options)))),
    })),
  ),

  wrongStore("ignores the role of a query", "read: workspaceMembers", () =>
    reading((read) => ({
      workspaceMembers: (query, options) => read.workspaceMembers({ ...query, role: null }, options),
    })),
  ),

  wrongStore("matches the first word only", "read: candidates", () =>
    reading((read) => ({
      candidates: (query, options) => read.candidates({ ...query, words: query.words.slice(0, 1) }, options),
    })),
  ),

  wrongStore("lists archived workspaces without being asked", "read: workspaces", () =>
    reading((read) => ({
      workspaces: (query, options) => read.workspaces({ ...query, includeArchived: true }, options),
    })),
  ),

  wrongStore("returns one row more than the limit", "read: workspacesOf", () =>
    reading((read) => ({
      workspacesOf: (query, options) => read.workspacesOf({ ...query, limit: query.limit + 1 }, options),
    })),
  ),

  wrongStore("ignores the user of an events query", "events", () => (storage) => ({
    ...storage,
    events: (organizationId, after, limit, query) =>
      storage.events(organizationId, after, limit, { ...query, userId: null }),
  })),
];

const all = <Query extends ListQuery>(query: Query): Query => ({ ...query, after: null, limit: 5_000 });

/** JavaScript compares strings by their UTF-16 units. */
const isBefore = (left: Position, right: Position): boolean =>
  left.nameKey === right.nameKey ? left.id < right.id : left.nameKey < right.nameKey;

function pageOf({ after, limit }: ListQuery, page: ListPage<PersonRow>): ListPage<PersonRow> {
  const place = ({ nameKey, userId }: PersonRow): Position => ({ nameKey, id: userId });
  const rows = page.rows
    .toSorted((left, right) => (isBefore(place(left), place(right)) ? -1 : 1))
    .filter((row) => after === null || isBefore(after, place(row)));
  return { ...page, rows: rows.slice(0, limit) };
}
