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

/** A command: returns its outcome, or an error with a literal `code`. Expected failures are never thrown. */
export type RosterCommand<Input, Outcome, Failure> = (
  input: Input,
  options?: CallOptions,
) => ResultAsync<Outcome, Failure>;

/** Commands about an organization. All but `createOrganization` need an organization admin or a system. */
export interface OrganizationCommands {
  /**
   * Creates an organization with its owner as first member and admin (rule O1). Not authorized by the library. Refusal:
   * `organization_already_exists`.
   */
  readonly createOrganization: RosterCommand<
    CreateOrganizationInput,
    CreateOrganizationOutcome,
    CreateOrganizationError
  >;

  /**
   * Adds up to 10,000 users. Members with the same role are `unchanged` and keep their profile, members with another role
   * are rejected (`role_conflict`). Safe to repeat. Refusal: `organization_member_limit`.
   */
  readonly addOrganizationMembers: RosterCommand<
    AddOrganizationMembersInput,
    AddOrganizationMembersOutcome,
    AddOrganizationMembersError
  >;

  /**
   * Changes the organization roles of up to 10,000 members; workspace roles stay unchanged (rule M6). Non-members are
   * rejected (`not_organization_member`). Safe to repeat. Refusal: `last_organization_admin` (rule O2).
   */
  readonly changeOrganizationRoles: RosterCommand<
    ChangeOrganizationRolesInput,
    ChangeOrganizationRolesOutcome,
    ChangeOrganizationRolesError
  >;

  /**
   * Removes up to 10,000 members and all of their workspace roles, in one commit (rule O4). Non-members are rejected
   * (`not_organization_member`). Refusals: `last_organization_admin`, and `last_workspace_admin` if a workspace loses its
   * last admin and there is no `successor`. Removing a single member has no limit of changes.
   */
  readonly removeOrganizationMembers: RosterCommand<
    RemoveOrganizationMembersInput,
    RemoveOrganizationMembersOutcome,
    RemoveOrganizationMembersError
  >;

  /**
   * Changes display names and emails of up to 10,000 members. Non-members are rejected
   * (`not_organization_member`). Safe to repeat.
   */
  readonly updateProfiles: RosterCommand<UpdateProfilesInput, UpdateProfilesOutcome, UpdateProfilesError>;
}

/** Commands about workspaces. */
export interface WorkspaceCommands<Role extends string> {
  /**
   * Creates a workspace with its first admin and, if requested, everyone else. Needs an organization admin or a system,
   * unless the policy allows members (rule W1). Refusals: `workspace_already_exists`, `workspace_name_taken`,
   * `not_organization_member`, `workspace_limit`, `workspace_member_limit`, `too_many_members`.
   */
  readonly createWorkspace: RosterCommand<CreateWorkspaceInput, CreateWorkspaceOutcome<Role>, CreateWorkspaceError>;

  /** Changes name and description. Needs `settings:manage`. Safe to repeat. Refusal: `workspace_name_taken`. */
  readonly updateWorkspace: RosterCommand<UpdateWorkspaceInput, UpdateWorkspaceOutcome, UpdateWorkspaceError>;

  /** Archives the workspace: it then refuses every change and grants no permissions (rule W3). Needs `settings:manage`. */
  readonly archiveWorkspace: RosterCommand<ArchiveWorkspaceInput, ArchiveWorkspaceOutcome, ArchiveWorkspaceError>;

  /**
   * Makes an archived workspace active again, with its remaining members. Needs an organization admin or a system. Refusals:
   * `workspace_not_archived`, `workspace_name_taken`, `workspace_limit`, `last_workspace_admin`.
   */
  readonly restoreWorkspace: RosterCommand<RestoreWorkspaceInput, RestoreWorkspaceOutcome, RestoreWorkspaceError>;
}

/**
 * Commands about the members of one workspace. All but `leaveWorkspace` need `members:manage` and every permission of the
 * roles that they grant or remove (rule A3).
 */
export interface MemberCommands<Role extends string> {
  /**
   * Adds up to 10,000 organization members, each with their own role. Non-members of the organization are rejected
   * (`not_organization_member`), and members with another role (`role_conflict`, rule M4). Safe to repeat. Refusal:
   * `workspace_member_limit`.
   */
  readonly addMembers: RosterCommand<AddMembersInput<Role>, AddMembersOutcome<Role>, AddMembersError<Role>>;

  /**
   * Changes the roles of up to 10,000 members. Non-members are rejected (`not_workspace_member`). Safe to repeat. Refusal:
   * `last_workspace_admin` (rule M9).
   */
  readonly changeRoles: RosterCommand<ChangeRolesInput<Role>, ChangeRolesOutcome<Role>, ChangeRolesError>;

  /**
   * Adds or changes up to 10,000 users, so that each holds the requested role. Non-members of the organization are rejected
   * (`not_organization_member`). Safe to repeat. Refusals: `workspace_member_limit`, `last_workspace_admin`.
   */
  readonly setMembers: RosterCommand<SetMembersInput<Role>, SetMembersOutcome<Role>, SetMembersError>;

  /**
   * Removes up to 10,000 members from the workspace; they stay in the organization. Non-members are rejected
   * (`not_workspace_member`). Refusal: `last_workspace_admin`.
   */
  readonly removeMembers: RosterCommand<RemoveMembersInput, RemoveMembersOutcome<Role>, RemoveMembersError>;

  /** Removes the actor from the workspace. Needs no permission. Refusals: `not_workspace_member`, `last_workspace_admin`. */
  readonly leaveWorkspace: RosterCommand<LeaveWorkspaceInput, LeaveWorkspaceOutcome<Role>, LeaveWorkspaceError>;

  /**
   * Undoes one `addMembers`: removes users who still hold the assignment that it gave, and lists users who were changed or
   * removed since as `rejected`. Safe to repeat. Refusals: `operation_not_undoable`, `last_workspace_admin`.
   */
  readonly undoAddMembers: RosterCommand<UndoAddMembersInput, UndoAddMembersOutcome<Role>, UndoAddMembersError>;
}

/**
 * Every command of a roster. Each is atomic. The error type of each command lists all of its codes. Rejected items of a
 * batch are the error `members_rejected` in `atomic` mode, and part of the outcome in `partial` mode.
 */
export interface RosterCommands<Role extends string>
  extends OrganizationCommands, WorkspaceCommands<Role>, MemberCommands<Role> {}
