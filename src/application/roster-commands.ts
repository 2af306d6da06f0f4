import type { ResultAsync } from "neverthrow";
import type * as To from "./command-results.ts";
import type { CallOptions } from "./engine/command-outcome.ts";
import type * as Input from "./inputs.ts";

type Command<Given, Outcome, Failure> = (input: Given, options?: CallOptions) => ResultAsync<Outcome, Failure>;

/** Commands about an organization and its members. Its admins and systems issue them. */
export interface OrganizationCommands {
  /** Makes an organization with its owner as first member and admin (rule O1). */
  readonly createOrganization: Command<
    Input.CreateOrganizationInput,
    To.CreateOrganizationOutcome,
    To.CreateOrganizationError
  >;

  /** Adds up to 10,000 users. Who is there already with the same role is `unchanged` and keeps their profile. */
  readonly addOrganizationMembers: Command<
    Input.AddOrganizationMembersInput,
    To.AddOrganizationMembersOutcome,
    To.AddOrganizationMembersError
  >;

  /** Changes organization roles; workspace roles stay as they are (rule M6). The last admin stays one (rule O2). */
  readonly changeOrganizationRoles: Command<
    Input.ChangeOrganizationRolesInput,
    To.ChangeOrganizationRolesOutcome,
    To.ChangeOrganizationRolesError
  >;

  /**
   * Removes up to 10,000 members and, in the same commit, all of their role assignments (rule O4). Where they are a
   * workspace's last admin it is refused with `last_workspace_admin`, unless a `successor` takes over.
   *
   * All of it is one commit of at most 50,000 changes: `too_many_changes`. A single person leaves however many roles they hold.
   */
  readonly removeOrganizationMembers: Command<
    Input.RemoveOrganizationMembersInput,
    To.RemoveOrganizationMembersOutcome,
    To.RemoveOrganizationMembersError
  >;

  /** Changes display names and emails; every list shows them at once. */
  readonly updateProfiles: Command<Input.UpdateProfilesInput, To.UpdateProfilesOutcome, To.UpdateProfilesError>;
}

/** Commands about workspaces themselves. */
export interface WorkspaceCommands<Role extends string> {
  /** Makes a workspace together with its first admin, and with everyone else where asked (rule W1). */
  readonly createWorkspace: Command<
    Input.CreateWorkspaceInput,
    To.CreateWorkspaceOutcome<Role>,
    To.CreateWorkspaceError
  >;

  /** Changes name and description. Needs `settings:manage` (rules A1, A2). */
  readonly updateWorkspace: Command<Input.UpdateWorkspaceInput, To.WorkspaceOutcome, To.UpdateWorkspaceError>;

  /** Puts the workspace away: it refuses every change and grants nobody anything (rule W3). Needs `settings:manage`. */
  readonly archiveWorkspace: Command<Input.ArchiveWorkspaceInput, To.WorkspaceOutcome, To.ArchiveWorkspaceError>;

  /** Makes it active again with the members it still has. For organization admins and systems: it grants its own admins nothing. */
  readonly restoreWorkspace: Command<Input.RestoreWorkspaceInput, To.RestoreWorkspaceOutcome, To.RestoreWorkspaceError>;
}

/** Commands about the members of one workspace. They need `members:manage` (rules A1 to A3), but for leaving. */
export interface MemberCommands<Role extends string> {
  /** Adds up to 10,000 organization members, each with their own role. Never changes a role: `role_conflict` (rule M4). */
  readonly addMembers: Command<Input.AddMembersInput<Role>, To.AddMembersOutcome<Role>, To.AddMembersError<Role>>;

  /** Changes the roles of members; who is none is rejected as `not_workspace_member`. */
  readonly changeRoles: Command<Input.ChangeRolesInput<Role>, To.ChangeRolesOutcome<Role>, To.ChangeRolesError>;

  /** Adds or changes, so that each named user holds the named role. Safe to repeat; says nothing about others. */
  readonly setMembers: Command<Input.SetMembersInput<Role>, To.SetMembersOutcome<Role>, To.SetMembersError>;

  /** Takes the role in the workspace from up to 10,000 members; they stay in the organization. */
  readonly removeMembers: Command<Input.RemoveMembersInput, To.RemoveMembersOutcome<Role>, To.RemoveMembersError>;

  /** Gives up the actor's own role. Needs no permission. */
  readonly leaveWorkspace: Command<Input.LeaveWorkspaceInput, To.RemoveMembersOutcome<Role>, To.LeaveWorkspaceError>;

  /**
   * Takes back what one `addMembers` added: whoever still holds the very role it gave. Who was changed since or is gone
   * already is left alone and listed in `rejected`.
   */
  readonly undo: Command<Input.UndoInput, To.UndoOutcome<Role>, To.UndoError>;
}

export interface RosterCommands<Role extends string>
  extends OrganizationCommands, WorkspaceCommands<Role>, MemberCommands<Role> {}
