import type { ResultAsync } from "neverthrow";
import type { Need } from "../../application/ports/need.ts";
import type { ListPage, ListQuery } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { answer } from "./answer.ts";
import { commitBatch } from "./commit-batch.ts";
import { pruneCommandRecords } from "./prune-command-records.ts";
import { listEvents } from "./list-events.ts";
import { listCandidates, listOrganizationMembers, listWorkspaceMembers } from "./list-people.ts";
import { listWorkspaces, listWorkspacesOf } from "./list-workspaces.ts";
import { loadFacts } from "./load-facts.ts";
import { emptyState, type OrganizationState } from "./organization-state.ts";

/** A storage that lives and ends with the process. */
export interface MemoryStorage extends RosterStorage {
  /** Does nothing and applies nothing; it is here so that a host can swap one storage for another. */
  migrate(): ResultAsync<{ readonly applied: readonly number[] }, StorageError>;
}

/**
 * Keeps rosters in this process's memory: for tests, demos and single-process tools. Nothing is kept after it.
 *
 * It gives every guarantee of the other storages but durability. The values it answers with are frozen.
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
