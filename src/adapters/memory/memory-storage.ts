import { errAsync, ok, ResultAsync, type Result } from "neverthrow";
import type { Need } from "../../application/ports/need.ts";
import type { ListPage, ListQuery } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { commitBatch } from "./commit-batch.ts";
import { listEvents } from "./list-events.ts";
import { listCandidates, listOrganizationMembers, listWorkspaceMembers } from "./list-people.ts";
import { listWorkspaces, listWorkspacesOf } from "./list-workspaces.ts";
import { loadFacts } from "./load-facts.ts";
import { emptyState, type OrganizationState } from "./organization-state.ts";

/** A storage in the memory of this process. */
export interface MemoryStorage extends RosterStorage {
  /** Does nothing, because there is no schema. It exists so that a host can swap storages. Returns `applied: []`. */
  migrate(): ResultAsync<{ readonly applied: readonly number[] }, StorageError>;
}

/**
 * Keeps rosters in the memory of this process: for tests, demos and single-process tools.
 *
 * It gives the same guarantees as the other storages except durability: everything is lost when the process ends. The
 * values that it returns are frozen. Each call of `memoryStorage` creates a separate, empty storage.
 */
export function memoryStorage(): MemoryStorage {
  const organizations = new Map<OrganizationId, OrganizationState>();
  const stateOf = (organizationId: OrganizationId): OrganizationState =>
    organizations.get(organizationId) ?? emptyState();

  function list<Query extends ListQuery, Row>(rowsOf: (state: OrganizationState, query: Query) => readonly Row[]) {
    return (query: Query, options: StorageCallOptions): ResultAsync<ListPage<Row>, StorageError> =>
      answer(options, () => page(stateOf(query.organizationId), query.need, (state) => rowsOf(state, query)));
  }

  return {
    limits: libraryLimits,
    load: (organizationId, need, options) => answer(options, () => loadFacts(stateOf(organizationId), need)),
    commit: (batch, options) => answer(options, () => commitBatch(organizations, batch)),
    read: {
      organizationMembers: list(listOrganizationMembers),
      workspaceMembers: list(listWorkspaceMembers),
      candidates: list(listCandidates),
      workspaces: list(listWorkspaces),
      workspacesOf: list(listWorkspacesOf),
    },
    events: (organizationId, after, limit, options) =>
      answer(options, () =>
        page(stateOf(organizationId), options.need, (state) => listEvents(state, after, limit, options)),
      ),
    pruneCommandRecords: (before, limit, options) =>
      answer(options, () => ({ deleted: pruneCommandRecords(organizations.values(), before, limit) })),
    migrate: () => answer({}, () => ({ applied: [] })),
  };
}

function page<Row>(
  state: OrganizationState,
  need: Need,
  rowsOf: (state: OrganizationState) => readonly Row[],
): ListPage<Row> {
  return { facts: loadFacts(state, need), rows: rowsOf(state) };
}

/**
 * Runs a block at once, so that nothing comes between its parts, and answers later, as a store across a network would.
 *
 * Whatever a block throws is a bug and rejects the promise. A block must do everything that could throw before it changes
 * anything.
 */
function answer<Value>(options: StorageCallOptions, block: () => Value): ResultAsync<Value, StorageError> {
  if (options.hasFired?.() ?? options.signal?.aborted === true) return errAsync(aborted());
  return new ResultAsync(
    new Promise<Result<Value, StorageError>>((resolve) => {
      resolve(ok(block()));
    }),
  );
}

/** Deletes at most `limit` command records that were stored before a time. Returns how many were deleted. */
function pruneCommandRecords(organizations: Iterable<OrganizationState>, before: string, limit: number): number {
  let deleted = 0;
  for (const { commands } of organizations) {
    for (const { key, at } of commands.values()) {
      if (deleted >= limit) return deleted;
      if (at < before && commands.delete(key)) deleted += 1;
    }
  }
  return deleted;
}
