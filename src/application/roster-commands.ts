import type { ResultAsync } from "neverthrow";
import type {
  AddMembersError,
  AddMembersOutcome,
  AddOrganizationMembersError,
  AddOrganizationMembersOutcome,
  ArchiveWorkspaceError,
  ChangeOrganizationRolesError,
  ChangeOrganizationRolesOutcome,
  ChangeRolesError,
  ChangeRolesOutcome,
  CreateOrganizationError,
  CreateOrganizationOutcome,
  CreateWorkspaceError,
  CreateWorkspaceOutcome,
  LeaveWorkspaceError,
  RemoveMembersError,
  RemoveMembersOutcome,
  RemoveOrganizationMembersError,
  RemoveOrganizationMembersOutcome,
  RestoreWorkspaceError,
  SetMembersError,
  SetMembersOutcome,
  UndoError,
  UndoOutcome,
  UpdateProfilesError,
  UpdateProfilesOutcome,
  UpdateWorkspaceError,
  WorkspaceOutcome,
} from "./command-results.ts";
import type { CallOptions } from "./commands/command-outcome.ts";
import type {
  AddMembersInput,
  AddOrganizationMembersInput,
  ArchiveWorkspaceInput,
  ChangeOrganizationRolesInput,
  ChangeRolesInput,
  CreateOrganizationInput,
  CreateWorkspaceInput,
  LeaveWorkspaceInput,
  RemoveMembersInput,
  RemoveOrganizationMembersInput,
  RestoreWorkspaceInput,
  SetMembersInput,
  UndoInput,
  UpdateProfilesInput,
  UpdateWorkspaceInput,
} from "./inputs.ts";

/** A command: it answers with an outcome, or with plain data that says why there is none. */
export type RosterCommand<Given, Outcome, Failure> = (
  input: Given,
  options?: CallOptions,
) => ResultAsync<Outcome, Failure>;

/** Commands about an organization and its members. Its admins and systems issue them. */
export interface OrganizationCommands {
  /** Makes an organization with its owner as first member and admin (rule O1). */
  readonly createOrganization: RosterCommand<
    CreateOrganizationInput,
    CreateOrganizationOutcome,
    CreateOrganizationError
  >;

  /** Adds up to 10,000 users. Who is there already with the same role is `unchanged` and keeps their profile. */
  readonly addOrganizationMembers: RosterCommand<
    AddOrganizationMembersInput,
    AddOrganizationMembersOutcome,
    AddOrganizationMembersError
  >;

  /** Changes organization roles; workspace roles stay as they are (rule M6). The last admin stays one (rule O2). */
  readonly changeOrganizationRoles: RosterCommand<
    ChangeOrganizationRolesInput,
    ChangeOrganizationRolesOutcome,
    ChangeOrganizationRolesError
  >;

  /**
   * Removes up to 10,000 members and, in the same commit, all of their role assignments (rule O4). Where they are a
   * workspace's last admin it is refused with `last_workspace_admin`, unless a `successor` takes over.
   */
  readonly removeOrganizationMembers: RosterCommand<
    RemoveOrganizationMembersInput,
    RemoveOrganizationMembersOutcome,
    RemoveOrganizationMembersError
  >;

  /** Changes display names and emails; every list shows them at once. */
  readonly updateProfiles: RosterCommand<UpdateProfilesInput, UpdateProfilesOutcome, UpdateProfilesError>;
}

/** Commands about workspaces themselves. */
export interface WorkspaceCommands<Role extends string> {
  /** Makes a workspace together with its first admin, and with everyone else where asked (rule W1). */
  readonly createWorkspace: RosterCommand<CreateWorkspaceInput, CreateWorkspaceOutcome<Role>, CreateWorkspaceError>;

  /** Changes name and description. Needs `settings:manage` (rules A1, A2). */
  readonly updateWorkspace: RosterCommand<UpdateWorkspaceInput, WorkspaceOutcome, UpdateWorkspaceError>;

  /** Puts the workspace away: it refuses every change and grants nobody anything (rule W3). Needs `settings:manage`. */
  readonly archiveWorkspace: RosterCommand<ArchiveWorkspaceInput, WorkspaceOutcome, ArchiveWorkspaceError>;

  /** Makes it active again with the members it still has. For organization admins and systems: it grants its own admins nothing. */
  readonly restoreWorkspace: RosterCommand<RestoreWorkspaceInput, WorkspaceOutcome, RestoreWorkspaceError>;
}

/** Commands about the members of one workspace. They need `members:manage` (rules A1 to A3), but for leaving. */
export interface MemberCommands<Role extends string> {
  /** Adds up to 10,000 organization members, each with their own role. Never changes a role: `role_conflict` (rule M4). */
  readonly addMembers: RosterCommand<AddMembersInput<Role>, AddMembersOutcome<Role>, AddMembersError<Role>>;

  /** Changes the roles of members; who is none is rejected as `not_workspace_member`. */
  readonly changeRoles: RosterCommand<ChangeRolesInput<Role>, ChangeRolesOutcome<Role>, ChangeRolesError>;

  /** Adds or changes, so that each named user holds the named role. Safe to repeat; says nothing about others. */
  readonly setMembers: RosterCommand<SetMembersInput<Role>, SetMembersOutcome<Role>, SetMembersError>;

  /** Takes the role in the workspace from up to 10,000 members; they stay in the organization. */
  readonly removeMembers: RosterCommand<RemoveMembersInput, RemoveMembersOutcome<Role>, RemoveMembersError>;

  /** Gives up the actor's own role. Needs no permission. */
  readonly leaveWorkspace: RosterCommand<LeaveWorkspaceInput, RemoveMembersOutcome<Role>, LeaveWorkspaceError>;

  /**
   * Takes back what one `addMembers` added: whoever still holds the very role it gave. Who was changed since or is gone
   * already is left alone and listed in `rejected`.
   */
  readonly undo: RosterCommand<UndoInput, UndoOutcome<Role>, UndoError>;
}

/** All commands. */
export interface RosterCommands<Role extends string>
  extends OrganizationCommands, WorkspaceCommands<Role>, MemberCommands<Role> {}
