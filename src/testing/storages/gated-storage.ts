import { ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";

/** Waits, so that other calls can go first. */
export type Gate = (what: string) => Promise<unknown>;

/** Simulates a network: each call waits at a gate on its way to the storage, and its answer waits on the way back. */
export function gatedStorage(storage: RosterStorage, gate: Gate): RosterStorage {
  function gated<Value>(what: string, call: () => ResultAsync<Value, StorageError>): ResultAsync<Value, StorageError> {
    return ResultAsync.fromSafePromise(gate(`${what} arrives`))
      .andThen(call)
      .andThen((value) => ResultAsync.fromSafePromise(gate(`${what} is answered`).then(() => value)));
  }

  const { read } = storage;
  return {
    ...storage,
    load: (organizationId, need, options) => gated("load", () => storage.load(organizationId, need, options)),
    commit: (batch, options) => gated("commit", () => storage.commit(batch, options)),
    events: (organizationId, after, limit, options) =>
      gated("events", () => storage.events(organizationId, after, limit, options)),
    read: {
      organizationMembers: (query, options) => gated("list", () => read.organizationMembers(query, options)),
      workspaceMembers: (query, options) => gated("list", () => read.workspaceMembers(query, options)),
      candidates: (query, options) => gated("list", () => read.candidates(query, options)),
      workspaces: (query, options) => gated("list", () => read.workspaces(query, options)),
      workspacesOf: (query, options) => gated("list", () => read.workspacesOf(query, options)),
    },
  };
}
