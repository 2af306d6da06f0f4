export { createRoster, type RosterOptions } from "./application/create-roster.ts";
export type { Roster } from "./application/roster.ts";
export type { MemberCommands } from "./application/member-commands.ts";
export type { OrganizationCommands } from "./application/organization-commands.ts";
export type { WorkspaceCommands } from "./application/workspace-commands.ts";
export type { RosterCommands } from "./application/roster-commands.ts";
export {
  describeError,
  type ErrorOf,
  type OutcomeOf,
  type Rejection,
  type RosterError,
} from "./application/describe-error.ts";
export { type RosterCloudEvent, toCloudEvent } from "./application/to-cloud-event.ts";

export type {
  CreateOrganizationError,
  CreateOrganizationInput,
  CreateOrganizationOutcome,
} from "./application/commands/create-organization.ts";
export type {
  UpdateOrganizationError,
  UpdateOrganizationInput,
  UpdateOrganizationOutcome,
} from "./application/commands/update-organization.ts";
export type {
  AddOrganizationMembersError,
  AddOrganizationMembersInput,
  AddOrganizationMembersOutcome,
} from "./application/commands/add-organization-members.ts";
export type {
  ChangeOrganizationRolesError,
  ChangeOrganizationRolesInput,
  ChangeOrganizationRolesOutcome,
} from "./application/commands/change-organization-roles.ts";
export type {
  RemoveOrganizationMembersError,
  RemoveOrganizationMembersInput,
  RemoveOrganizationMembersOutcome,
} from "./application/commands/remove-organization-members.ts";
export type {
  UpdateProfilesError,
  UpdateProfilesInput,
  UpdateProfilesOutcome,
} from "./application/commands/update-profiles.ts";
export type {
  CreateWorkspaceError,
  CreateWorkspaceInput,
  CreateWorkspaceOutcome,
} from "./application/commands/create-workspace.ts";
export type {
  UpdateWorkspaceError,
  UpdateWorkspaceInput,
  UpdateWorkspaceOutcome,
} from "./application/commands/update-workspace.ts";
export type {
  ArchiveWorkspaceError,
  ArchiveWorkspaceInput,
  ArchiveWorkspaceOutcome,
} from "./application/commands/archive-workspace.ts";
export type {
  RestoreWorkspaceError,
  RestoreWorkspaceInput,
  RestoreWorkspaceOutcome,
} from "./application/commands/restore-workspace.ts";
export type { AddMembersError, AddMembersInput, AddMembersOutcome } from "./application/commands/add-members.ts";
export type { ChangeRolesError, ChangeRolesInput, ChangeRolesOutcome } from "./application/commands/change-roles.ts";
export type { SetMembersError, SetMembersInput, SetMembersOutcome } from "./application/commands/set-members.ts";
export type {
  RemoveMembersError,
  RemoveMembersInput,
  RemoveMembersOutcome,
} from "./application/commands/remove-members.ts";
export type {
  LeaveWorkspaceError,
  LeaveWorkspaceInput,
  LeaveWorkspaceOutcome,
} from "./application/commands/leave-workspace.ts";
export type {
  UndoAddMembersError,
  UndoAddMembersInput,
  UndoAddMembersOutcome,
} from "./application/commands/undo-add-members.ts";

export type {
  GetOrganizationError,
  GetOrganizationInput,
  OrganizationDetails,
} from "./application/queries/get-organization.ts";
export type { GetWorkspaceError, GetWorkspaceInput, WorkspaceDetails } from "./application/queries/get-workspace.ts";
export type { OrganizationPermission } from "./domain/authority/organization-authority.ts";
export type { ListMembersError, ListMembersInput, WorkspaceMemberItem } from "./application/queries/list-members.ts";
export type { CandidateItem, CandidatesError, CandidatesInput } from "./application/queries/candidates.ts";
export type { ListWorkspacesError, ListWorkspacesInput, WorkspaceItem } from "./application/queries/list-workspaces.ts";
export type { MembershipItem, WorkspacesOfError, WorkspacesOfInput } from "./application/queries/workspaces-of.ts";
export type {
  ListOrganizationMembersError,
  ListOrganizationMembersInput,
} from "./application/queries/list-organization-members.ts";
export type {
  AccessError,
  AccessInput,
  AccessManyError,
  AccessManyInput,
  CanInput,
} from "./application/queries/access.ts";
export type { EventsError, EventsInput } from "./application/queries/events.ts";
export type { ChangesError, ChangesInput } from "./application/queries/changes.ts";
export type {
  PruneIdempotencyKeysError,
  PruneIdempotencyKeysInput,
  PruneIdempotencyKeysOutcome,
} from "./application/maintenance/prune-idempotency-keys.ts";

export type { BatchInput, CommandInput, WorkspaceCommandInput } from "./application/schemas/command-fields.ts";
export type { ActorInput } from "./application/schemas/fields.ts";
export type { InputIssue, InvalidInput } from "./application/schemas/invalid-input.ts";
export type { ProfileInput } from "./application/schemas/profile-fields.ts";
export type { ListInput, QueryInput, SearchInput } from "./application/schemas/query-fields.ts";
export type { BatchRefusal } from "./application/schemas/batch.ts";
export type { CallOptions, CommandReceipt, RosterCommand } from "./application/engine/command-receipt.ts";
export type * from "./application/engine/errors.ts";
export type { Page } from "./application/engine/page.ts";
export type { CallerSignal } from "./application/ports/abort-signal.ts";
export type * from "./application/ports/observer.ts";
export type {
  Aborted,
  StorageError,
  StorageFailed,
  StorageSchemaMismatch,
  StorageUnavailable,
} from "./application/ports/storage-error.ts";
export type { Timer } from "./application/ports/timer.ts";

export type { Actor, Authority } from "./domain/values/actor.ts";
export type { Brand, IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "./domain/values/ids.ts";
export type { DuplicateUser } from "./domain/values/duplicate-user.ts";
export type { EmptyBatch } from "./domain/values/empty-batch.ts";
export { identifierProblem, maxIdentifierBytes } from "./domain/values/identifier.ts";
export type { MembersRejected } from "./domain/values/members-rejected.ts";
export {
  descriptionProblem,
  emailProblem,
  maxDescriptionLength,
  maxEmailLength,
  maxNameLength,
  nameProblem,
} from "./domain/values/name.ts";
export type { Limits, Policy } from "./domain/values/policy.ts";
export type { RoleConflict } from "./domain/values/role-conflict.ts";
export type { TooManyChanges } from "./domain/values/too-many-changes.ts";
export type { TooManyMembers } from "./domain/values/too-many-members.ts";

export type { LastOrganizationAdmin } from "./domain/organization/last-organization-admin.ts";
export type { NotOrganizationMember } from "./domain/organization/not-organization-member.ts";
export type { Organization } from "./domain/organization/organization.ts";
export type { OrganizationAlreadyExists } from "./domain/organization/organization-already-exists.ts";
export type * from "./domain/organization/organization-events.ts";
export type { OrganizationMember } from "./domain/organization/organization-member.ts";
export type { OrganizationMemberLimit } from "./domain/organization/organization-member-limit.ts";
export type { OrganizationNotFound } from "./domain/organization/organization-not-found.ts";
export {
  organizationRoles,
  type OrganizationMemberRole,
  type OrganizationRole,
} from "./domain/organization/organization-role.ts";

export type { LastWorkspaceAdmin } from "./domain/workspace/last-workspace-admin.ts";
export type { Workspace, WorkspaceStatus } from "./domain/workspace/workspace.ts";
export type { WorkspaceAlreadyExists } from "./domain/workspace/workspace-already-exists.ts";
export type { WorkspaceArchived } from "./domain/workspace/workspace-archived.ts";
export type * from "./domain/workspace/workspace-events.ts";
export type { WorkspaceLimit } from "./domain/workspace/workspace-limit.ts";
export type { WorkspaceMemberLimit } from "./domain/workspace/workspace-member-limit.ts";
export type { WorkspaceNameTaken } from "./domain/workspace/workspace-name-taken.ts";
export type { WorkspaceNotArchived } from "./domain/workspace/workspace-not-archived.ts";
export type { WorkspaceNotFound } from "./domain/workspace/workspace-not-found.ts";
export {
  builtInPermissions,
  defaultWorkspaceRoles,
  defineWorkspaceRoles,
  type BuiltInPermission,
  type WorkspaceRoles,
} from "./domain/workspace/workspace-roles.ts";

export type { MemberRole, RoleAssignment } from "./domain/role-assignment/role-assignment.ts";
export type { NotWorkspaceMember } from "./domain/role-assignment/not-workspace-member.ts";
export type { OperationNotUndoable } from "./domain/role-assignment/operation-not-undoable.ts";
export type * from "./domain/role-assignment/role-assignment-events.ts";
export type { Access, AccessDenial, AccessEntry, AccessReason } from "./domain/authority/access.ts";
export type { Forbidden } from "./domain/authority/forbidden.ts";
export type { EventEnvelope, RosterEvent } from "./domain/facts/event.ts";
export { evolve } from "./domain/facts/evolve.ts";
export { noFacts, type OrganizationFacts } from "./domain/facts/organization-facts.ts";
export type { UndoSkipped } from "./domain/decisions/undo-add-members.ts";
