import type { AddMembersError, AddMembersInput, AddMembersOutcome } from "./commands/add-members.ts";
import type { ChangeRolesError, ChangeRolesInput, ChangeRolesOutcome } from "./commands/change-roles.ts";
import type { SetMembersError, SetMembersInput, SetMembersOutcome } from "./commands/set-members.ts";
import type { RemoveMembersError, RemoveMembersInput, RemoveMembersOutcome } from "./commands/remove-members.ts";
import type { LeaveWorkspaceError, LeaveWorkspaceInput, LeaveWorkspaceOutcome } from "./commands/leave-workspace.ts";
import type { UndoAddMembersError, UndoAddMembersInput, UndoAddMembersOutcome } from "./commands/undo-add-members.ts";
import type { RosterCommand } from "./engine/command-receipt.ts";

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
