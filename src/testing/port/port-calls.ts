import type { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import { need } from "../../application/ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import { workspaceId, userId } from "../builders/ids.ts";
import { eventsQuery, listQuery } from "../builders/queries.ts";

/** Every method of the port. Those of `read` are called by their own name. */
export type PortMethod = Exclude<keyof RosterStorage, "limits" | "read"> | keyof RosterStorage["read"];

/** Makes one call. A commit sends the batch; the others ask about the batch's organization. */
export type PortCall = (
  storage: RosterStorage,
  batch: CommitBatch,
  options: StorageCallOptions,
) => ResultAsync<unknown, StorageError>;

/** Only records of commands before this time are pruned. */
export const pruneBefore = "2000-01-01T00:00:00.000Z";

/** A call of every method. A method of the port without its row here does not compile. */
export const portCalls: Readonly<Record<PortMethod, PortCall>> = {
  load: (storage, { organizationId }, options) => storage.load(organizationId, need({ anyMembers: 9 }), options),
  commit: (storage, batch, options) => storage.commit(batch, options),
  organizationMembers: ({ read }, { organizationId }, options) =>
    read.organizationMembers({ ...listQuery(organizationId), role: null }, options),
  workspaceMembers: ({ read }, { organizationId }, options) =>
    read.workspaceMembers({ ...listQuery(organizationId), workspaceId: workspaceId("home"), role: null }, options),
  candidates: ({ read }, { organizationId }, options) =>
    read.candidates({ ...listQuery(organizationId), workspaceId: workspaceId("home") }, options),
  workspaces: ({ read }, { organizationId }, options) =>
    read.workspaces({ ...listQuery(organizationId), includeArchived: true }, options),
  workspacesOf: ({ read }, { organizationId }, options) =>
    read.workspacesOf({ ...listQuery(organizationId), userId: userId("reader") }, options),
  events: (storage, { organizationId }, options) =>
    storage.events(organizationId, 0, 9, { ...eventsQuery(), ...options }),
  pruneCommandRecords: (storage, _, options) => storage.pruneCommandRecords(pruneBefore, 10, options),
};

export const portMethods = Object.keys(portCalls) as readonly PortMethod[];
