export { createRoster, type RosterOptions } from "./application/create-roster.ts";
export { type RosterCloudEvent, toCloudEvent } from "./application/to-cloud-event.ts";
export { describeError, type DescribeOptions, type RosterError } from "./application/describe-error.ts";
export { defaultWorkspaceRoles, defineWorkspaceRoles } from "./domain/workspace/workspace-roles.ts";
export { identifierProblem, longestIdentifier } from "./domain/values/identifier.ts";
export {
  descriptionProblem,
  emailProblem,
  longestDescription,
  longestEmail,
  longestName,
  nameProblem,
} from "./domain/values/name.ts";
export { evolve } from "./domain/facts/evolve.ts";
export { noFacts } from "./domain/facts/organization-facts.ts";

export type * from "./application/roster.ts";
export type * from "./application/roster-commands.ts";
export type * from "./application/commands/add-members.ts";
export type * from "./application/commands/add-organization-members.ts";
export type * from "./application/commands/archive-workspace.ts";
export type * from "./application/commands/change-organization-roles.ts";
export type * from "./application/commands/change-roles.ts";
export type * from "./application/commands/create-organization.ts";
export type * from "./application/commands/create-workspace.ts";
export type * from "./application/commands/leave-workspace.ts";
export type * from "./application/commands/remove-members.ts";
export type * from "./application/commands/remove-organization-members.ts";
export type * from "./application/commands/restore-workspace.ts";
export type * from "./application/commands/set-members.ts";
export type * from "./application/commands/undo.ts";
export type * from "./application/commands/update-profiles.ts";
export type * from "./application/commands/update-workspace.ts";
export type * from "./application/queries/access.ts";
export type * from "./application/queries/candidates.ts";
export type * from "./application/queries/changes.ts";
export type * from "./application/queries/events.ts";
export type * from "./application/queries/list-members.ts";
export type * from "./application/queries/list-organization-members.ts";
export type * from "./application/queries/list-workspaces.ts";
export type * from "./application/queries/workspaces-of.ts";
export type { CallOptions, Executed } from "./application/engine/command-outcome.ts";
export type { CommandFailure } from "./application/engine/command-error.ts";
export type * from "./application/engine/errors.ts";
export type * from "./application/schemas/invalid-input.ts";
export type { CandidateItem, CandidatesRefusal } from "./application/queries/candidates.ts";
export type { EventsRefusal } from "./application/queries/events.ts";
export type { ListMembersRefusal, WorkspaceMemberItem } from "./application/queries/list-members.ts";
export type {
  ListOrganizationMembersRefusal,
  OrganizationMemberItem,
} from "./application/queries/list-organization-members.ts";
export type { ListWorkspacesRefusal, WorkspaceItem } from "./application/queries/list-workspaces.ts";
export type { MembershipItem, WorkspacesOfRefusal } from "./application/queries/workspaces-of.ts";
export type { CommandsAreForgotten, ForgetCommandsError } from "./application/maintenance/forget-commands.ts";
export type { Page } from "./application/engine/page.ts";
export type { QueryFailure } from "./application/engine/query-failure.ts";
export type { AccessRefusal } from "./application/queries/access.ts";
export type { BatchRefusal } from "./application/schemas/batch.ts";

export type { Clock, CreateId } from "./application/ports/clock.ts";
export type * from "./application/ports/observer.ts";
export type { Timer } from "./application/ports/timer.ts";
export type { CommitBatch, CommitOutcome } from "./application/ports/commit-batch.ts";
export type { Facts, Need } from "./application/ports/need.ts";
export type * from "./application/ports/queries.ts";
export type { AbortSignalLike, CallerSignal } from "./application/ports/abort-signal.ts";
export type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "./application/ports/records.ts";
export type { RosterStorage, StorageCallOptions } from "./application/ports/roster-storage.ts";
export type { StorageLimits } from "./application/ports/storage-limits.ts";
export type {
  Aborted,
  StorageError,
  StorageFailed,
  StorageSchemaMismatch,
  StorageUnavailable,
} from "./application/ports/storage-error.ts";
export type { Delete, Put, Write } from "./application/ports/write.ts";

export type {
  AddOrganizationMembersRefusal,
  OrganizationMembersAreAdded,
} from "./domain/decisions/add-organization-members.ts";
export type {
  ChangeOrganizationRolesRefusal,
  OrganizationRolesAreChanged,
} from "./domain/decisions/change-organization-roles.ts";
export type { OrganizationIsCreated } from "./domain/decisions/create-organization.ts";
export type { LastOrganizationAdmin } from "./domain/organization/last-organization-admin.ts";
export type { ManageOrganizationRefusal } from "./domain/authority/manage-organization.ts";
export type { OrganizationRoleOf } from "./domain/organization/organization-role.ts";
export type { OrganizationMemberLimit } from "./domain/organization/organization-member-limit.ts";
export type {
  OrganizationMembersAreRemoved,
  RemoveOrganizationMembersRefusal,
} from "./domain/decisions/remove-organization-members.ts";
export type { ProfilesAreUpdated, UpdateProfilesRefusal } from "./domain/decisions/update-profiles.ts";
export type { OrganizationAlreadyExists } from "./domain/organization/organization-already-exists.ts";
export type { OrganizationMember } from "./domain/organization/organization-member.ts";
export type { OrganizationNotFound } from "./domain/organization/organization-not-found.ts";
export { type OrganizationRole, organizationRoles } from "./domain/organization/organization-role.ts";
export type { Organization } from "./domain/organization/organization.ts";
export type {
  Access,
  AccessDenial,
  AccessOf,
  AccessReason,
  OrganizationAdminReason,
  RoleAssignmentReason,
} from "./domain/authority/access.ts";
export type { AddMemberRejection, AddMembersRefusal, MembersAreAdded } from "./domain/decisions/add-members.ts";
export type { ChangeRolesRefusal, RolesAreChanged } from "./domain/decisions/change-roles.ts";
export type { LeaveWorkspaceRefusal } from "./domain/decisions/leave-workspace.ts";
export type { ManageMembersRefusal } from "./domain/authority/manage-members.ts";
export type { NotWorkspaceMember } from "./domain/role-assignment/not-workspace-member.ts";
export type { OperationNotUndoable } from "./domain/role-assignment/operation-not-undoable.ts";
export type { MembersAreRemoved, RemoveMembersRefusal } from "./domain/decisions/remove-members.ts";
export type { MembersAreSet, SetMembersRefusal } from "./domain/decisions/set-members.ts";
export type { AdditionIsUndone, LeftAlone, UndoRefusal } from "./domain/decisions/undo.ts";
export type { NotOrganizationMember } from "./domain/organization/not-organization-member.ts";
export type { AssignmentKey, RoleAssignment } from "./domain/role-assignment/role-assignment.ts";
export type { RoleRequest } from "./domain/role-assignment/role-request.ts";
export type { Actor, Authority } from "./domain/values/actor.ts";
export type { Brand } from "./domain/values/brand.ts";
export type { BatchMode } from "./domain/values/batch.ts";
export type { DuplicateUser } from "./domain/values/duplicate-user.ts";
export type { EmptyBatch } from "./domain/values/empty-batch.ts";
export type * from "./domain/organization/organization-events.ts";
export type * from "./domain/role-assignment/role-assignment-events.ts";
export type * from "./domain/workspace/workspace-events.ts";
export type { EventEnvelope, Happening, RosterEvent, RosterEventType } from "./domain/facts/event.ts";
export type { Forbidden } from "./domain/authority/forbidden.ts";
export type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "./domain/values/ids.ts";
export type { MembersRejected } from "./domain/values/members-rejected.ts";
export type { OrganizationFacts } from "./domain/facts/organization-facts.ts";
export type { Limits, Policy } from "./domain/values/policy.ts";
export type { RoleConflict } from "./domain/values/role-conflict.ts";
export type { TooManyChanges } from "./domain/values/too-many-changes.ts";
export type { TooManyMembers } from "./domain/values/too-many-members.ts";
export type { CreateWorkspaceRefusal, WorkspaceIsCreated } from "./domain/decisions/create-workspace.ts";
export type { RoleCounts } from "./domain/workspace/role-counts.ts";
export { type BuiltInPermission, builtInPermissions, type WorkspaceRoles } from "./domain/workspace/workspace-roles.ts";
export type { LastWorkspaceAdmin } from "./domain/workspace/last-workspace-admin.ts";
export type { ManageWorkspaceRefusal, WorkspaceIsChanged } from "./domain/authority/manage-workspace.ts";
export type { RestoreWorkspaceRefusal } from "./domain/decisions/restore-workspace.ts";
export type { UpdateWorkspaceRefusal } from "./domain/decisions/update-workspace.ts";
export type { WorkspaceLimit } from "./domain/workspace/workspace-limit.ts";
export type { WorkspaceMemberLimit } from "./domain/workspace/workspace-member-limit.ts";
export type { WorkspaceNotArchived } from "./domain/workspace/workspace-not-archived.ts";
export type { Workspace, WorkspaceStatus } from "./domain/workspace/workspace.ts";
export type { WorkspaceAlreadyExists } from "./domain/workspace/workspace-already-exists.ts";
export type { WorkspaceArchived } from "./domain/workspace/workspace-archived.ts";
export type { WorkspaceNameTaken } from "./domain/workspace/workspace-name-taken.ts";
export type { WorkspaceNotFound } from "./domain/workspace/workspace-not-found.ts";
export type { ActorInput } from "./application/schemas/fields.ts";
export type { ProfileInput } from "./application/schemas/profile-fields.ts";
