import type { ResultAsync } from "neverthrow";
import type { Access, AccessEntry } from "../domain/authority/access.ts";
import type { RosterEvent } from "../domain/facts/event.ts";
import type { OrganizationMember } from "../domain/organization/organization-member.ts";
import type { BuiltInPermission } from "../domain/workspace/workspace-roles.ts";
import type { CallOptions } from "./engine/command-receipt.ts";
import type {
  PruneIdempotencyKeysOutcome,
  PruneIdempotencyKeysError,
  PruneIdempotencyKeysInput,
} from "./maintenance/prune-idempotency-keys.ts";
import type { AccessError, AccessInput, AccessManyError, AccessManyInput, CanInput } from "./queries/access.ts";
import type { CandidateItem, CandidatesInput, CandidatesError } from "./queries/candidates.ts";
import type { ChangesInput } from "./queries/changes.ts";
import type { EventsInput, EventsError } from "./queries/events.ts";
import type { GetOrganizationError, GetOrganizationInput, OrganizationDetails } from "./queries/get-organization.ts";
import type { GetWorkspaceError, GetWorkspaceInput, WorkspaceDetails } from "./queries/get-workspace.ts";
import type { ListMembersInput, ListMembersError, WorkspaceMemberItem } from "./queries/list-members.ts";
import type {
  ListOrganizationMembersInput,
  ListOrganizationMembersError,
} from "./queries/list-organization-members.ts";
import type { ListWorkspacesInput, ListWorkspacesError, WorkspaceItem } from "./queries/list-workspaces.ts";
import type { Page } from "./engine/page.ts";
import type { MembershipItem, WorkspacesOfInput, WorkspacesOfError } from "./queries/workspaces-of.ts";
import type { RosterCommands } from "./roster-commands.ts";

/**
 * Who is in which workspace, with what role.
 *
 * A command is atomic: it is applied in one commit of the store or not at all. Every read that starts after it shows its
 * result. It is safe to send again with the same `idempotencyKey`.
 *
 * Expected failures are returned, never thrown: every method returns a `ResultAsync` whose error is plain data with a
 * literal `code`. Only `changes` throws, because a loop has no other channel for failures. Besides the errors named below,
 * any method may return `invalid_input`, `aborted` and the other errors of `StorageError`.
 */
export interface Roster<
  Role extends string = "admin" | "member",
  Permission extends string = BuiltInPermission,
> extends RosterCommands<Role> {
  /**
   * The same commands as a preview: each returns the outcome or error that the command would have now, and writes nothing.
   * The command may still end differently if others change the organization in between.
   */
  readonly preview: RosterCommands<Role>;

  /**
   * Returns an organization and what the actor may do in it, for its members and systems. Others get
   * `organization_not_found`.
   */
  getOrganization(
    input: GetOrganizationInput,
    options?: CallOptions,
  ): ResultAsync<OrganizationDetails, GetOrganizationError>;

  /**
   * Returns a workspace, how many members hold each role, and what the actor may do in it: for its members while it is
   * active, for organization admins and systems. Others get `forbidden`, non-members of the organization
   * `organization_not_found`.
   */
  getWorkspace(
    input: GetWorkspaceInput,
    options?: CallOptions,
  ): ResultAsync<WorkspaceDetails<Role, Permission>, GetWorkspaceError>;

  /**
   * Lists the members of a workspace by name, for its members while it is active, for organization admins and systems. Others
   * get `forbidden`, non-members of the organization `organization_not_found`.
   */
  listMembers(
    input: ListMembersInput<Role>,
    options?: CallOptions,
  ): ResultAsync<Page<WorkspaceMemberItem<Role>>, ListMembersError>;

  /**
   * Lists the organization's members by name, each with their role in the workspace, if any. For actors with
   * `members:manage` there; others get `forbidden`.
   */
  candidates(input: CandidatesInput, options?: CallOptions): ResultAsync<Page<CandidateItem<Role>>, CandidatesError>;

  /** Lists the organization's workspaces by name, for organization admins and systems; others get `forbidden`. */
  listWorkspaces(
    input: ListWorkspacesInput,
    options?: CallOptions,
  ): ResultAsync<Page<WorkspaceItem>, ListWorkspacesError>;

  /**
   * Lists the active workspaces in which a user holds a role, by name. Not authorized by the library: call it only for users
   * you have authenticated.
   */
  workspacesOf(
    input: WorkspacesOfInput,
    options?: CallOptions,
  ): ResultAsync<Page<MembershipItem<Role>>, WorkspacesOfError>;

  /** Lists the organization's members by name, for organization admins and systems; others get `forbidden`. */
  listOrganizationMembers(
    input: ListOrganizationMembersInput,
    options?: CallOptions,
  ): ResultAsync<Page<OrganizationMember>, ListOrganizationMembersError>;

  /**
   * Returns a user's role and permissions in a workspace and the reasons for them, or why there are none. One read of the
   * store. Not authorized by the library: the host asks for itself. Unknown users have no permissions; errors are
   * `organization_not_found` and `workspace_not_found`.
   */
  access(input: AccessInput, options?: CallOptions): ResultAsync<Access<Role, Permission>, AccessError>;

  /** Returns whether a user has a permission in a workspace, like `access` but without reasons. One read of the store. */
  can(input: CanInput<Permission>, options?: CallOptions): ResultAsync<boolean, AccessError>;

  /**
   * Returns the access of each user to each workspace, at most 10,000 pairs, in one read of the store. `access` is null for
   * a workspace that does not exist.
   */
  accessMany(
    input: AccessManyInput,
    options?: CallOptions,
  ): ResultAsync<readonly AccessEntry<Role, Permission>[], AccessManyError>;

  /**
   * Returns events in commit order: all for organization admins and systems, those of one active workspace also for its
   * admins. Others get `forbidden`.
   */
  events(input: EventsInput, options?: CallOptions): ResultAsync<Page<RosterEvent>, EventsError>;

  /**
   * Yields every event of the organization after a sequence, in order, each once, as it is committed: commits of this
   * process at once, those of others within a second. It ends at once when the signal fires or the loop ends, even while it
   * waits. Not authorized by the library: the host reads for itself.
   *
   * While the store is unavailable or does not answer within `deadlineMs`, it tries again. On any other failure it throws an
   * Error whose `cause` is a `ChangesError`, such as `organization_not_found`, or `position_ahead` if the organization had
   * fewer events than the position says for `deadlineMs`.
   */
  changes(input: ChangesInput): AsyncIterableIterator<RosterEvent, undefined>;

  /** Jobs that the host runs from time to time. */
  readonly maintenance: {
    /**
     * Deletes the idempotency keys of all organizations that are older than a number of days, 1 to 36,500, with their stored
     * outcomes. A command sent again under a deleted key is executed again. Deletes batches of 1,000, each in its own
     * transaction and with its own deadline. Safe to repeat, and to stop by the signal. Never deletes events.
     */
    pruneIdempotencyKeys(
      input: PruneIdempotencyKeysInput,
      options?: CallOptions,
    ): ResultAsync<PruneIdempotencyKeysOutcome, PruneIdempotencyKeysError>;
  };
}
