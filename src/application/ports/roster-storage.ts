import type { CallerSignal } from "./abort-signal.ts";
import type { ResultAsync } from "neverthrow";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { CommitBatch, CommitOutcome } from "./commit-batch.ts";
import type { Facts, Need } from "./need.ts";
import type {
  CandidatesQuery,
  EventPage,
  EventsQuery,
  ListPage,
  MembershipRow,
  OrganizationMembersQuery,
  PersonRow,
  WorkspaceMembersQuery,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "./queries.ts";
import type { StorageLimits } from "./storage-limits.ts";
import type { StorageError } from "./storage-error.ts";

/** The options of each storage call. */
export interface StorageCallOptions {
  /**
   * Ends the call. A commit that was already sent returns `unknown`, never `aborted`.
   *
   * The core fires it when the caller gives up and at the deadline: release what the call holds, such as a connection,
   * because the core may not wait for the answer. Each call has its own signal, which never fires after the call has
   * returned.
   */
  readonly signal?: CallerSignal | undefined;
  /** The same as `signal?.aborted`, for an adapter that never waits: the core creates a signal only when it is read. */
  readonly hasFired?: (() => boolean) | undefined;
}

/**
 * The storage of a roster. An adapter knows no business rules: it stores bytes, compares one revision, and applies a
 * batch as a whole or not at all.
 *
 * Every method returns a ResultAsync; failures of the store are returned, never thrown. Strings are compared and sorted
 * byte for byte (UTF-8) everywhere. The adapter copies values that it receives and returns, so that neither side sees
 * later changes by the other.
 *
 * An adapter need not retry. After `conflict` the library loads again, and after `unknown` it sends the same batch again.
 * An adapter may answer either now and then without need. `storage_unavailable` means that nothing was applied, and goes
 * to the host.
 *
 * Answers are compared exactly: the same fields and no more, in any order of fields. Frozen rows and rows without a
 * prototype are plain data.
 */
export interface RosterStorage {
  /** The limits of this storage; see `libraryLimits`. */
  readonly limits: StorageLimits;

  /**
   * Reads the guard and the rows of the need from one snapshot. A store without snapshots reads the guard before and after
   * the rows, and reads everything again if it moved. Rows of two moments are wrong even if nothing is committed: they show
   * in a refusal.
   */
  load(organizationId: OrganizationId, need: Need, options: StorageCallOptions): ResultAsync<Facts, StorageError>;

  /**
   * Applies the batch, as a whole or not at all, if the revision is the expected one, the command's key is not stored, and
   * the rows are as `expected`.
   */
  commit(batch: CommitBatch, options: StorageCallOptions): ResultAsync<CommitOutcome, StorageError>;

  /** Lists, sorted by name key and then id. Each is read in one snapshot with the facts that authorize its reader. */
  readonly read: {
    organizationMembers(
      query: OrganizationMembersQuery,
      options: StorageCallOptions,
    ): ResultAsync<ListPage<PersonRow>, StorageError>;
    workspaceMembers(
      query: WorkspaceMembersQuery,
      options: StorageCallOptions,
    ): ResultAsync<ListPage<PersonRow>, StorageError>;
    candidates(query: CandidatesQuery, options: StorageCallOptions): ResultAsync<ListPage<PersonRow>, StorageError>;
    workspaces(query: WorkspacesQuery, options: StorageCallOptions): ResultAsync<ListPage<WorkspaceRow>, StorageError>;
    workspacesOf(
      query: WorkspacesOfQuery,
      options: StorageCallOptions,
    ): ResultAsync<ListPage<MembershipRow>, StorageError>;
  };

  /** Returns at most `limit` events after the sequence `after` that match the query, in order of sequence. */
  events(
    organizationId: OrganizationId,
    after: number,
    limit: number,
    options: StorageCallOptions & EventsQuery,
  ): ResultAsync<EventPage, StorageError>;

  /**
   * Deletes at most `limit` command records, of any organization, that were stored before a time (ISO 8601 in UTC,
   * milliseconds, compared as text). Returns how many; fewer than the limit means that none are left. Deletes nothing else.
   */
  pruneCommandRecords(
    before: string,
    limit: number,
    options: StorageCallOptions,
  ): ResultAsync<{ readonly deleted: number }, StorageError>;
}
