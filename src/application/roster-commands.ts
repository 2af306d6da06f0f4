import type { ResultAsync } from "neverthrow";
import type {
  CreateOrganizationError,
  CreateOrganizationInput,
  CreateOrganizationOutcome,
} from "./commands/create-organization.ts";
import type {
  AddOrganizationMembersError,
  AddOrganizationMembersInput,
  AddOrganizationMembersOutcome,
} from "./commands/add-organization-members.ts";
import type {
  ChangeOrganizationRolesError,
  ChangeOrganizationRolesInput,
  ChangeOrganizationRolesOutcome,
} from "./commands/change-organization-roles.ts";
import type {
  RemoveOrganizationMembersError,
  RemoveOrganizationMembersInput,
  RemoveOrganizationMembersOutcome,
} from "./commands/remove-organization-members.ts";
import type { UpdateProfilesError, UpdateProfilesInput, UpdateProfilesOutcome } from "./commands/update-profiles.ts";
import type {
  CreateWorkspaceError,
  CreateWorkspaceInput,
  CreateWorkspaceOutcome,
} from "./commands/create-workspace.ts";
import type {
  UpdateWorkspaceError,
  UpdateWorkspaceInput,
  UpdateWorkspaceOutcome,
} from "./commands/update-workspace.ts";
import type {
  ArchiveWorkspaceError,
  ArchiveWorkspaceInput,
  ArchiveWorkspaceOutcome,
} from "./commands/archive-workspace.ts";
import type {
  RestoreWorkspaceError,
  RestoreWorkspaceInput,
  RestoreWorkspaceOutcome,
} from "./commands/restore-workspace.ts";
import type { AddMembersError, AddMembersInput, AddMembersOutcome } from "./commands/add-members.ts";
import type { ChangeRolesError, ChangeRolesInput, ChangeRolesOutcome } from "./commands/change-roles.ts";
import type { SetMembersError, SetMembersInput, SetMembersOutcome } from "./commands/set-members.ts";
import type { RemoveMembersError, RemoveMembersInput, RemoveMembersOutcome } from "./commands/remove-members.ts";
import type { LeaveWorkspaceError, LeaveWorkspaceInput, LeaveWorkspaceOutcome } from "./commands/leave-workspace.ts";
import type { UndoAddMembersError, UndoAddMembersInput, UndoAddMembersOutcome } from "./commands/undo-add-members.ts";
import type { CallOptions } from "./engine/command-receipt.ts";

/** One command: what it takes, and the outcome or the failure that it answers. */
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
   *
   * All of it is one commit of at most 50,000 changes: `too_many_changes`. A single person leaves however many roles they hold.
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
  readonly updateWorkspace: RosterCommand<UpdateWorkspaceInput, UpdateWorkspaceOutcome, UpdateWorkspaceError>;

  /** Puts the workspace away: it refuses every change and grants nobody anything (rule W3). Needs `settings:manage`. */
  readonly archiveWorkspace: RosterCommand<ArchiveWorkspaceInput, ArchiveWorkspaceOutcome, ArchiveWorkspaceError>;

  /** Makes it active again with the members it still has. For organization admins and systems: it grants its own admins nothing. */
  readonly restoreWorkspace: RosterCommand<RestoreWorkspaceInput, RestoreWorkspaceOutcome, RestoreWorkspaceError>;
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
  readonly leaveWorkspace: RosterCommand<LeaveWorkspaceInput, LeaveWorkspaceOutcome<Role>, LeaveWorkspaceError>;

  /**
   * Takes back what one `addMembers` added: whoever still holds the very role it gave. Who was changed since or is gone
   * already is left alone and listed in `rejected`.
   */
  readonly undoAddMembers: RosterCommand<UndoAddMembersInput, UndoAddMembersOutcome<Role>, UndoAddMembersError>;
}

/** Every command of a roster. */
export interface RosterCommands<Role extends string>
  extends OrganizationCommands, WorkspaceCommands<Role>, MemberCommands<Role> {}
