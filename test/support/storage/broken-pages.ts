import { ResultAsync } from "neverthrow";
import type { ListPage, ListQuery, PersonRow, Position } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";

/** Counts rows instead of looking for the position after which a page begins. */
export function pagesByOffset(storage: RosterStorage): RosterStorage {
  const offsets = new Map<string, number>();
  const keyOf = ({ organizationId }: ListQuery, place: Position | null) => JSON.stringify([organizationId, place]);

  async function page(
    query: Parameters<RosterStorage["read"]["organizationMembers"]>[0],
  ): Promise<ListPage<PersonRow>> {
    const offset = query.after === null ? 0 : (offsets.get(keyOf(query, query.after)) ?? 0);
    const { facts, rows } = await valueOf(
      storage.read.organizationMembers({ ...query, after: null, limit: offset + query.limit }, {}),
    );
    const shown = rows.slice(offset);
    const last = shown.at(-1);
    if (last !== undefined)
      offsets.set(keyOf(query, { nameKey: last.nameKey, id: last.userId }), offset + shown.length);
    return { facts, rows: shown };
  }

  return {
    ...storage,
    read: { ...storage.read, organizationMembers: (query) => ResultAsync.fromSafePromise(page(query)) },
  };
}
