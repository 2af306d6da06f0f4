import type {
  AddOrganizationMembersRefusal,
  OrganizationMembersAreAdded,
} from "../domain/decisions/add-organization-members.ts";
import type {
  ChangeOrganizationRolesRefusal,
  OrganizationRolesAreChanged,
} from "../domain/decisions/change-organization-roles.ts";
import type { OrganizationIsCreated } from "../domain/decisions/create-organization.ts";
import type { OrganizationAlreadyExists } from "../domain/organization/organization-already-exists.ts";
import type {
  OrganizationMembersAreRemoved,
  RemoveOrganizationMembersRefusal,
} from "../domain/decisions/remove-organization-members.ts";
import type { ProfilesAreUpdated, UpdateProfilesRefusal } from "../domain/decisions/update-profiles.ts";
import type { AddMembersRefusal, MembersAreAdded } from "../domain/decisions/add-members.ts";
import type { ChangeRolesRefusal, RolesAreChanged } from "../domain/decisions/change-roles.ts";
import type { LeaveWorkspaceRefusal } from "../domain/decisions/leave-workspace.ts";
import type { MembersAreRemoved, RemoveMembersRefusal } from "../domain/decisions/remove-members.ts";
import type { MembersAreSet, SetMembersRefusal } from "../domain/decisions/set-members.ts";
import type { AdditionIsUndone, UndoRefusal } from "../domain/decisions/undo.ts";
import type { CreateWorkspaceRefusal, WorkspaceIsCreated } from "../domain/decisions/create-workspace.ts";
import type { ManageWorkspaceRefusal, WorkspaceIsChanged } from "../domain/authority/manage-workspace.ts";
import type { RestoreWorkspaceRefusal, WorkspaceIsRestored } from "../domain/decisions/restore-workspace.ts";
import type { UpdateWorkspaceRefusal } from "../domain/decisions/update-workspace.ts";
import type { Executed } from "./engine/command-outcome.ts";
import type { CommandFailure } from "./engine/command-refusal.ts";
import type { InvalidInput } from "./errors.ts";
import type { BatchRefusal } from "./schemas/batch-schema.ts";

type CommandError<Refusal> = InvalidInput | Refusal | CommandFailure;
type BatchError<Refusal> = CommandError<BatchRefusal | Refusal>;

export type CreateOrganizationError = CommandError<OrganizationAlreadyExists>;
export type AddOrganizationMembersError = BatchError<AddOrganizationMembersRefusal>;
export type ChangeOrganizationRolesError = BatchError<ChangeOrganizationRolesRefusal>;
export type RemoveOrganizationMembersError = BatchError<RemoveOrganizationMembersRefusal>;
export type UpdateProfilesError = BatchError<UpdateProfilesRefusal>;
export type CreateWorkspaceError = CommandError<CreateWorkspaceRefusal>;
export type UpdateWorkspaceError = CommandError<UpdateWorkspaceRefusal>;
export type ArchiveWorkspaceError = CommandError<ManageWorkspaceRefusal>;
export type RestoreWorkspaceError = CommandError<RestoreWorkspaceRefusal>;
export type AddMembersError<Role extends string = string> = BatchError<AddMembersRefusal<Role>>;
export type ChangeRolesError = BatchError<ChangeRolesRefusal>;
export type SetMembersError = BatchError<SetMembersRefusal>;
export type RemoveMembersError = BatchError<RemoveMembersRefusal>;
export type LeaveWorkspaceError = CommandError<LeaveWorkspaceRefusal>;
export type UndoError = CommandError<UndoRefusal>;

export type CreateOrganizationOutcome = OrganizationIsCreated & Executed;
export type AddOrganizationMembersOutcome = OrganizationMembersAreAdded & Executed;
export type ChangeOrganizationRolesOutcome = OrganizationRolesAreChanged & Executed;
export type RemoveOrganizationMembersOutcome = OrganizationMembersAreRemoved & Executed;
export type UpdateProfilesOutcome = ProfilesAreUpdated & Executed;
export type CreateWorkspaceOutcome<Role extends string = string> = WorkspaceIsCreated<Role> & Executed;
export type WorkspaceOutcome = WorkspaceIsChanged & Executed;
export type RestoreWorkspaceOutcome = WorkspaceIsRestored & Executed;
export type AddMembersOutcome<Role extends string = string> = MembersAreAdded<Role> & Executed;
export type ChangeRolesOutcome<Role extends string = string> = RolesAreChanged<Role> & Executed;
export type SetMembersOutcome<Role extends string = string> = MembersAreSet<Role> & Executed;
export type RemoveMembersOutcome<Role extends string = string> = MembersAreRemoved<Role> & Executed;
export type UndoOutcome<Role extends string = string> = AdditionIsUndone<Role> & Executed;
