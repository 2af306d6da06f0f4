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

/** What each call of a storage is told beside its query. */
export interface StorageCallOptions {
  /**
   * Gives up waiting. A commit that was sent already answers `unknown`, never `aborted`.
   *
   * The core fires it when the caller gives up and at the deadline, and then no longer waits for the answer: let go of
   * what the call holds, like a connection. It is of this one call and never fires once the call has been answered.
   */
  readonly signal?: CallerSignal | undefined;
  /** The same as `signal?.aborted`, for an adapter that never waits: the core makes a signal only when it is read. */
  readonly hasFired?: (() => boolean) | undefined;
}

/**
 * Where a roster is kept. An adapter knows no business rule: it stores bytes, compares one revision, and applies a batch
 * as a whole or not at all.
 *
 * Every method answers a ResultAsync and never throws for what a store can meet. Strings are compared and sorted byte
 * for byte (UTF-8) everywhere. Values given and received are the adapter's to copy: neither side sees the other change them.
 */
export interface RosterStorage {
  readonly limits: StorageLimits;

  /** Reads all from one snapshot, or the guard first and then the rows: rows newer than the guard are refused at commit. */
  load(organizationId: OrganizationId, need: Need, options: StorageCallOptions): ResultAsync<Facts, StorageError>;

  /** Applies the batch if the guard's revision is the expected one and the command's key is not stored. */
  commit(batch: CommitBatch, options: StorageCallOptions): ResultAsync<CommitOutcome, StorageError>;

  /** Lists, sorted by name key and then id, read together with the facts they are judged by. */
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

  /** At most `limit` events with a sequence greater than `after` that match the query, in order of sequence. */
  events(
    organizationId: OrganizationId,
    after: number,
    limit: number,
    options: StorageCallOptions & EventsQuery,
  ): ResultAsync<EventPage, StorageError>;

  /**
   * Deletes at most `limit` command records, of any organization, that were stored before a time (ISO 8601 in UTC,
   * milliseconds, compared as text). Answers how many; fewer than the limit means that none is left. Deletes nothing else.
   */
  pruneCommandRecords(
    before: string,
    limit: number,
    options: StorageCallOptions,
  ): ResultAsync<{ readonly deleted: number }, StorageError>;
}
