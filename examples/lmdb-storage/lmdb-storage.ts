import type { RootDatabaseOptionsWithPath } from "lmdb";
import { errAsync, okAsync, type ResultAsync } from "neverthrow";
import * as port from "workspace-roster/storage";
import { libraryLimits as limits } from "workspace-roster/storage";
import { applyBatch } from "./commit.ts";
import { loadFacts } from "./load-facts.ts";
import { keyOf, openTables, rowsOf, take } from "./tables.ts";

/** Keeps the roster in an LMDB environment: files on a local disk that several processes may open at once. */
export function lmdbStorage(options: RootDatabaseOptionsWithPath): port.RosterStorage & { close(): Promise<void> } {
  const tables = openTables(options);
  let isClosed = false;
  /** LMDB answers at once, so a signal can only fire before. Without the reset, all reads of a turn see one snapshot. */
  function answer<Value>(call: port.StorageCallOptions, work: () => Value): ResultAsync<Value, port.StorageError> {
    if (isClosed) return errAsync(port.storageUnavailable("The storage is closed."));
    if (call.hasFired?.() ?? call.signal?.aborted) return errAsync(port.aborted());
    try {
      tables.root.resetReadTxn();
      return okAsync(work());
    } catch (thrown) {
      return errAsync(port.storageUnavailable(thrown));
    }
  }

  /** A list reads and sorts all its rows for each page, which is fast enough for thousands of them. */
  function list<Query extends port.ListQuery, Row extends port.PersonRow | port.WorkspaceRow>(
    rowsFor: (query: Query) => readonly (Row & { readonly words: readonly string[] })[],
  ) {
    const placeOf = (row: Row) => Buffer.from(`${row.nameKey}\0${"userId" in row ? row.userId : row.workspaceId}`);
    return (query: Query, call: port.StorageCallOptions) =>
      answer(call, () => {
        const start = query.after ? Buffer.from(`${query.after.nameKey}\0${query.after.id}`) : Buffer.of();
        const rows = rowsFor(query)
          .filter((row) => query.words.every((prefix) => row.words.some((word) => word.startsWith(prefix))))
          .filter((row) => placeOf(row).compare(start) > 0)
          .sort((left, right) => placeOf(left).compare(placeOf(right)));
        const page = rows.slice(0, query.limit).map(({ words: _, ...row }) => row);
        return { facts: loadFacts(tables, query.organizationId, query.need), rows: page };
      });
  }

  /** All members of the organization, with their role in the workspace. */
  function people(organizationId: string, workspaceId: string | null) {
    return [...rowsOf(tables.organization_member, [organizationId])].map(({ role: organizationRole, ...member }) => {
      const assignmentKey = workspaceId === null ? null : keyOf(organizationId, workspaceId, member.userId);
      const workspaceRole = (assignmentKey && tables.role_assignment.get(assignmentKey)?.role) ?? null;
      return { ...member, organizationRole, workspaceRole };
    });
  }

  return {
    limits,
    load: (organizationId, need, call) => answer(call, () => loadFacts(tables, organizationId, need)),
    commit(batch, call) {
      let outcome: port.CommitOutcome | null = null;
      // An error inside the transaction rolls it back. After that, nobody can tell.
      return answer(call, () => tables.root.transactionSync(() => (outcome = applyBatch(tables, batch)))).orElse(
        (error) =>
          outcome?.kind === "committed"
            ? okAsync<port.CommitOutcome>({ kind: "unknown", cause: error })
            : errAsync(error),
      );
    },
    read: {
      organizationMembers: list(({ organizationId, role }) =>
        people(organizationId, null).filter((person) => role === null || role === person.organizationRole),
      ),
      workspaceMembers: list(({ organizationId, workspaceId, role }) =>
        people(organizationId, workspaceId).filter(
          ({ workspaceRole }) => workspaceRole !== null && (role === null || role === workspaceRole),
        ),
      ),
      candidates: list(({ organizationId, workspaceId }) => people(organizationId, workspaceId)),
      workspaces: list(({ organizationId, includeArchived }) =>
        [...rowsOf(tables.workspace, [organizationId])].filter(({ status }) => includeArchived || status === "active"),
      ),
      workspacesOf: list(({ organizationId, userId }) =>
        [...rowsOf(tables.assignment_of_user, [organizationId, userId])].flatMap(({ workspaceId, role }) => {
          const workspace = tables.workspace.get(keyOf(organizationId, workspaceId));
          return workspace?.status === "active" ? [{ ...workspace, role }] : [];
        }),
      ),
    },
    events: (organizationId, after, limit, { need, workspaceId, userId, operationId, ...call }) =>
      answer(call, () => {
        const wanted = Object.entries({ workspaceId, userId, operationId }).filter(([, id]) => id !== null);
        const matches = (event: object) => wanted.every(([field, id]) => Reflect.get(event, field) === id);
        const events = take(limit, rowsOf(tables.event, [organizationId], after + 1), matches);
        return { facts: loadFacts(tables, organizationId, need), rows: events };
      }),
    /** Reads all commands until it has found enough old ones. */
    pruneCommandRecords: (before, limit, call) =>
      answer(call, () =>
        tables.root.transactionSync(() => {
          const old = take(limit, tables.command.getRange(), ({ value }) => value.at < before);
          for (const { key } of old) tables.command.removeSync(key);
          return { deleted: old.length };
        }),
      ),
    close() {
      isClosed = true;
      return tables.root.close();
    },
  };
}
