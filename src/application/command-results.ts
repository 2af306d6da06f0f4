import type {
  AddOrganizationMembersRefusal,
  OrganizationMembersAreAdded,
} from "../domain/organization/add-organization-members.ts";
import type {
  ChangeOrganizationRolesRefusal,
  OrganizationRolesAreChanged,
} from "../domain/organization/change-organization-roles.ts";
import type { OrganizationIsCreated } from "../domain/organization/create-organization.ts";
import type { OrganizationAlreadyExists } from "../domain/organization/organization-already-exists.ts";
import type {
  OrganizationMembersAreRemoved,
  RemoveOrganizationMembersRefusal,
} from "../domain/organization/remove-organization-members.ts";
import type { ProfilesAreUpdated, UpdateProfilesRefusal } from "../domain/organization/update-profiles.ts";
import type { AddMembersRefusal, MembersAreAdded } from "../domain/role-assignment/add-members.ts";
import type { ChangeRolesRefusal, RolesAreChanged } from "../domain/role-assignment/change-roles.ts";
import type { LeaveWorkspaceRefusal } from "../domain/role-assignment/leave-workspace.ts";
import type { MembersAreRemoved, RemoveMembersRefusal } from "../domain/role-assignment/remove-members.ts";
import type { MembersAreSet, SetMembersRefusal } from "../domain/role-assignment/set-members.ts";
import type { AdditionIsUndone, UndoRefusal } from "../domain/role-assignment/undo.ts";
import type { CreateWorkspaceRefusal, WorkspaceIsCreated } from "../domain/workspace/create-workspace.ts";
import type { ManageWorkspaceRefusal, WorkspaceIsChanged } from "../domain/workspace/manage-workspace.ts";
import type { RestoreWorkspaceRefusal } from "../domain/workspace/restore-workspace.ts";
import type { UpdateWorkspaceRefusal } from "../domain/workspace/update-workspace.ts";
import type { Executed } from "./commands/command-outcome.ts";
import type { CommandFailure } from "./commands/command-refusal.ts";
import type { InvalidInput } from "./errors.ts";
import type { BatchRefusal } from "./schemas/batch-schema.ts";

/** What every command can fail with, and the refusals of one command. */
export type CommandError<Refusal> = InvalidInput | Refusal | CommandFailure;
/** What every command that takes many users can fail with, and the refusals of one command. */
export type BatchError<Refusal> = CommandError<BatchRefusal | Refusal>;

/** What `createOrganization` can fail with. */
export type CreateOrganizationError = CommandError<OrganizationAlreadyExists>;
/** What `addOrganizationMembers` can fail with. */
export type AddOrganizationMembersError = BatchError<AddOrganizationMembersRefusal>;
/** What `changeOrganizationRoles` can fail with. */
export type ChangeOrganizationRolesError = BatchError<ChangeOrganizationRolesRefusal>;
/** What `removeOrganizationMembers` can fail with. */
export type RemoveOrganizationMembersError = BatchError<RemoveOrganizationMembersRefusal>;
/** What `updateProfiles` can fail with. */
export type UpdateProfilesError = BatchError<UpdateProfilesRefusal>;
/** What `createWorkspace` can fail with. */
export type CreateWorkspaceError = CommandError<CreateWorkspaceRefusal>;
/** What `updateWorkspace` can fail with. */
export type UpdateWorkspaceError = CommandError<UpdateWorkspaceRefusal>;
/** What `archiveWorkspace` can fail with. */
export type ArchiveWorkspaceError = CommandError<ManageWorkspaceRefusal>;
/** What `restoreWorkspace` can fail with. */
export type RestoreWorkspaceError = CommandError<RestoreWorkspaceRefusal>;
/** What `addMembers` can fail with. */
export type AddMembersError<Role extends string = string> = BatchError<AddMembersRefusal<Role>>;
/** What `changeRoles` can fail with. */
export type ChangeRolesError = BatchError<ChangeRolesRefusal>;
/** What `setMembers` can fail with. */
export type SetMembersError = BatchError<SetMembersRefusal>;
/** What `removeMembers` can fail with. */
export type RemoveMembersError = BatchError<RemoveMembersRefusal>;
/** What `leaveWorkspace` can fail with. */
export type LeaveWorkspaceError = CommandError<LeaveWorkspaceRefusal>;
/** What `undo` can fail with. */
export type UndoError = CommandError<UndoRefusal>;

/** What `createOrganization` did. */
export type CreateOrganizationOutcome = OrganizationIsCreated & Executed;
/** What `addOrganizationMembers` did. */
export type AddOrganizationMembersOutcome = OrganizationMembersAreAdded & Executed;
/** What `changeOrganizationRoles` did. */
export type ChangeOrganizationRolesOutcome = OrganizationRolesAreChanged & Executed;
/** What `removeOrganizationMembers` did. */
export type RemoveOrganizationMembersOutcome = OrganizationMembersAreRemoved & Executed;
/** What `updateProfiles` did. */
export type UpdateProfilesOutcome = ProfilesAreUpdated & Executed;
/** What `createWorkspace` did. */
export type CreateWorkspaceOutcome<Role extends string = string> = WorkspaceIsCreated<Role> & Executed;
/** What `updateWorkspace`, `archiveWorkspace` and `restoreWorkspace` did. */
export type WorkspaceOutcome = WorkspaceIsChanged & Executed;
/** What `addMembers` did. */
export type AddMembersOutcome<Role extends string = string> = MembersAreAdded<Role> & Executed;
/** What `changeRoles` did. */
export type ChangeRolesOutcome<Role extends string = string> = RolesAreChanged<Role> & Executed;
/** What `setMembers` did. */
export type SetMembersOutcome<Role extends string = string> = MembersAreSet<Role> & Executed;
/** What `removeMembers` did. */
export type RemoveMembersOutcome<Role extends string = string> = MembersAreRemoved<Role> & Executed;
/** What `undo` did. */
export type UndoOutcome<Role extends string = string> = AdditionIsUndone<Role> & Executed;
