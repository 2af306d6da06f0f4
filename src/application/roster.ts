import type { ResultAsync } from "neverthrow";
import type { Access, AccessEntry } from "../domain/authority/access.ts";
import type { RosterEvent } from "../domain/facts/event.ts";
import type { BuiltInPermission } from "../domain/workspace/workspace-roles.ts";
import type { CallOptions } from "./engine/command-receipt.ts";
import type {
  PruneIdempotencyKeysResult,
  PruneIdempotencyKeysError,
  PruneIdempotencyKeysInput,
} from "./maintenance/prune-idempotency-keys.ts";
import type { AccessError, AccessInput, AccessManyError, AccessManyInput, CanInput } from "./queries/access.ts";
import type { CandidateItem, CandidatesInput, CandidatesError } from "./queries/candidates.ts";
import type { ChangesInput } from "./queries/changes.ts";
import type { EventsInput, EventsError } from "./queries/events.ts";
import type { ListMembersInput, ListMembersError, WorkspaceMemberItem } from "./queries/list-members.ts";
import type {
  ListOrganizationMembersInput,
  ListOrganizationMembersError,
  OrganizationMemberItem,
} from "./queries/list-organization-members.ts";
import type { ListWorkspacesInput, ListWorkspacesError, WorkspaceItem } from "./queries/list-workspaces.ts";
import type { Page } from "./engine/page.ts";
import type { MembershipItem, WorkspacesOfInput, WorkspacesOfError } from "./queries/workspaces-of.ts";
import type { RosterCommands } from "./roster-commands.ts";

/**
 * Who is in which workspace, with what role.
 *
 * A command is atomic, judged and applied in one commit of the store, and visible at once to every read that starts
 * after it. It is safe to send again with the same `idempotencyKey`. Nothing that a caller can meet is thrown: every
 * method answers a `ResultAsync` whose error is plain data with a literal `code`.
 */
export interface Roster<
  Role extends string = "admin" | "member",
  Permission extends string = BuiltInPermission,
> extends RosterCommands<Role> {
  /** The outcome that a command would have now. Nothing is written; what happens meanwhile can change it. */
  readonly preview: RosterCommands<Role>;

  /** The members of a workspace, for its members and for organization admins. */
  listMembers(
    input: ListMembersInput<Role>,
    options?: CallOptions,
  ): ResultAsync<Page<WorkspaceMemberItem<Role>>, ListMembersError>;

  /** The organization's members with the role they hold in the workspace, for those who may add members. */
  candidates(input: CandidatesInput, options?: CallOptions): ResultAsync<Page<CandidateItem<Role>>, CandidatesError>;

  /** The organization's workspaces, for organization admins. */
  listWorkspaces(
    input: ListWorkspacesInput,
    options?: CallOptions,
  ): ResultAsync<Page<WorkspaceItem>, ListWorkspacesError>;

  /** The active workspaces in which the user holds a role. Not judged: the host asks for whom it has signed in. */
  workspacesOf(
    input: WorkspacesOfInput,
    options?: CallOptions,
  ): ResultAsync<Page<MembershipItem<Role>>, WorkspacesOfError>;

  /** The organization's members, for organization admins. */
  listOrganizationMembers(
    input: ListOrganizationMembersInput,
    options?: CallOptions,
  ): ResultAsync<Page<OrganizationMemberItem>, ListOrganizationMembersError>;

  /** A user's role and permissions in a workspace with the reasons for them, or why there are none. One read of the store. */
  access(input: AccessInput, options?: CallOptions): ResultAsync<Access<Role, Permission>, AccessError>;

  /** Whether the user has the permission in the workspace. One read of the store. */
  can(input: CanInput<Permission>, options?: CallOptions): ResultAsync<boolean, AccessError>;

  /** The access of each of these users to each of these workspaces, at most 10,000 pairs, in one read of the store. */
  accessMany(
    input: AccessManyInput,
    options?: CallOptions,
  ): ResultAsync<readonly AccessEntry<Role, Permission>[], AccessManyError>;

  /** The events in the order of the commits, for organization admins; those of one workspace also for its admins. */
  events(input: EventsInput, options?: CallOptions): ResultAsync<Page<RosterEvent>, EventsError>;

  /**
   * Every event of the organization after a sequence, in order, each once, as it is committed. It ends at once when the
   * signal fires or the loop is left, also while it waits. The reader is not checked: the host reads for itself. Commits
   * of this process show at once, those of others within a second.
   *
   * While the store is unavailable, or does not answer within `deadlineMs`, it is asked again. Any other failure throws an
   * Error whose `cause` is the refusal or storage error, since a loop has no other channel for it. `position_ahead` is
   * one: for `deadlineMs` the organization had fewer events than the position says.
   */
  changes(input: ChangesInput): AsyncIterableIterator<RosterEvent, undefined>;

  /** For a job that the host runs now and then. */
  readonly maintenance: {
    /**
     * Deletes idempotency records of all organizations that are older than so many days, at least 1. A command sent again
     * under a deleted key is executed again. Works in batches of 1,000, each of its own transaction; safe to repeat and to
     * stop by the signal. Never touches events.
     */
    pruneIdempotencyKeys(
      input: PruneIdempotencyKeysInput,
      options?: CallOptions,
    ): ResultAsync<PruneIdempotencyKeysResult, PruneIdempotencyKeysError>;
  };
}
