import type { ResultAsync } from "neverthrow";
import type { OrganizationNotFound } from "../domain/organization/organization-not-found.ts";
import type { Access, AccessOf } from "../domain/authority/access.ts";
import type { RosterEvent } from "../domain/facts/event.ts";
import type { BuiltInPermission } from "../domain/workspace/workspace-roles.ts";
import type { CallOptions } from "./engine/command-outcome.ts";
import type { InvalidCursor } from "./engine/errors.ts";
import type { CommandsAreForgotten, ForgetCommandsError, ForgetCommandsInput } from "./maintenance/forget-commands.ts";
import type { AccessInput, AccessManyInput, AccessRefusal, CanInput } from "./queries/access.ts";
import type { CandidateItem, CandidatesInput, CandidatesRefusal } from "./queries/candidates.ts";
import type { ChangesInput } from "./queries/changes.ts";
import type { EventsInput, EventsRefusal } from "./queries/events.ts";
import type { ListMembersInput, ListMembersRefusal, WorkspaceMemberItem } from "./queries/list-members.ts";
import type {
  ListOrganizationMembersInput,
  ListOrganizationMembersRefusal,
  OrganizationMemberItem,
} from "./queries/list-organization-members.ts";
import type { ListWorkspacesInput, ListWorkspacesRefusal, WorkspaceItem } from "./queries/list-workspaces.ts";
import type { Page } from "./engine/page.ts";
import type { QueryFailure } from "./engine/query-failure.ts";
import type { MembershipItem, WorkspacesOfInput, WorkspacesOfRefusal } from "./queries/workspaces-of.ts";
import type { RosterCommands } from "./roster-commands.ts";

export type ListError<Refusal> = Refusal | QueryFailure | InvalidCursor;
export type AccessError = AccessRefusal | QueryFailure;

type Listed<Item, Refusal> = ResultAsync<Page<Item>, ListError<Refusal>>;

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
  ): Listed<WorkspaceMemberItem<Role>, ListMembersRefusal>;

  /** The organization's members with the role they hold in the workspace, for those who may add members. */
  candidates(input: CandidatesInput, options?: CallOptions): Listed<CandidateItem<Role>, CandidatesRefusal>;

  /** The organization's workspaces, for organization admins. */
  listWorkspaces(input: ListWorkspacesInput, options?: CallOptions): Listed<WorkspaceItem, ListWorkspacesRefusal>;

  /** The active workspaces in which the user holds a role. Not judged: the host asks for whom it has signed in. */
  workspacesOf(input: WorkspacesOfInput, options?: CallOptions): Listed<MembershipItem<Role>, WorkspacesOfRefusal>;

  /** The organization's members, for organization admins. */
  listOrganizationMembers(
    input: ListOrganizationMembersInput,
    options?: CallOptions,
  ): Listed<OrganizationMemberItem, ListOrganizationMembersRefusal>;

  /** A user's role and permissions in a workspace with the reasons for them, or why there are none. One read of the store. */
  access(input: AccessInput, options?: CallOptions): ResultAsync<Access<Role, Permission>, AccessError>;

  /** Whether the user has the permission in the workspace. One read of the store. */
  can(input: CanInput<Permission>, options?: CallOptions): ResultAsync<boolean, AccessError>;

  /** The access of each of these users to each of these workspaces, at most 10,000 pairs, in one read of the store. */
  accessMany(
    input: AccessManyInput,
    options?: CallOptions,
  ): ResultAsync<readonly AccessOf<Role, Permission>[], QueryFailure | OrganizationNotFound>;

  /** The events in the order of the commits, for organization admins; those of one workspace also for its admins. */
  events(input: EventsInput, options?: CallOptions): Listed<RosterEvent, EventsRefusal>;

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
     * under a forgotten key is executed again. Works in batches of 1,000, each of its own transaction; safe to repeat and to
     * stop by the signal. Never touches events.
     */
    forgetCommands(
      input: ForgetCommandsInput,
      options?: CallOptions,
    ): ResultAsync<CommandsAreForgotten, ForgetCommandsError>;
  };
}
