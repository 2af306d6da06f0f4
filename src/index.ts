export { createRoster, type RosterOptions } from "./application/create-roster.ts";
export { describeError, type RosterError } from "./application/describe-error.ts";
export { defaultWorkspaceRoles, defineWorkspaceRoles } from "./domain/workspace/workspace-roles.ts";
export { evolve } from "./domain/shared/evolve.ts";
export { noFacts } from "./domain/shared/organization-facts.ts";

export type {
  AccessError,
  AddMembersError,
  AddMembersOutcome,
  AddOrganizationMembersError,
  AddOrganizationMembersOutcome,
  CreateOrganizationError,
  CreateOrganizationOutcome,
  CreateWorkspaceError,
  CreateWorkspaceOutcome,
  ListError,
  Roster,
} from "./application/roster.ts";
export type {
  AccessInput,
  ActorInput,
  AddMembersInput,
  AddOrganizationMembersInput,
  CandidatesInput,
  CanInput,
  CreateOrganizationInput,
  CreateWorkspaceInput,
  EventsInput,
  ListMembersInput,
  ListOrganizationMembersInput,
  ListWorkspacesInput,
  ProfileInput,
  WorkspacesOfInput,
} from "./application/inputs.ts";
export type { CallOptions, Executed } from "./application/commands/command-outcome.ts";
export type { CommandFailure } from "./application/commands/command-refusal.ts";
export type {
  Contention,
  IdempotencyKeyReused,
  InputIssue,
  InvalidCursor,
  InvalidInput,
  OutcomeUnknown,
  RevisionNotReached,
} from "./application/errors.ts";
export type { CandidateItem, CandidatesRefusal } from "./application/queries/candidates.ts";
export type { EventsRefusal } from "./application/queries/events.ts";
export type { ListMembersRefusal, WorkspaceMemberItem } from "./application/queries/list-members.ts";
export type {
  ListOrganizationMembersRefusal,
  OrganizationMemberItem,
} from "./application/queries/list-organization-members.ts";
export type { ListWorkspacesRefusal, WorkspaceItem } from "./application/queries/list-workspaces.ts";
export type { MembershipItem, WorkspacesOfRefusal } from "./application/queries/workspaces-of.ts";
export type { Page } from "./application/queries/page.ts";
export type { QueryFailure } from "./application/queries/query-failure.ts";
export type { AccessRefusal } from "./application/queries/access.ts";
export type { BatchRefusal } from "./application/schemas/batch-schema.ts";

export type { Clock, CreateId } from "./application/ports/clock.ts";
export type { Timer } from "./application/ports/timer.ts";
export type { CommitBatch, CommitOutcome } from "./application/ports/commit-batch.ts";
export type { Facts, Need } from "./application/ports/need.ts";
export type {
  CandidatesQuery,
  EventPage,
  EventsQuery,
  ListPage,
  ListQuery,
  MembershipRow,
  OrganizationMembersQuery,
  PersonRow,
  Position,
  WorkspaceMembersQuery,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "./application/ports/queries.ts";
export type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "./application/ports/records.ts";
export type { RosterStorage, StorageCallOptions, StorageLimits } from "./application/ports/roster-storage.ts";
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
  OrganizationRoleOf,
} from "./domain/organization/add-organization-members.ts";
export type { OrganizationAlreadyExists } from "./domain/organization/organization-already-exists.ts";
export type { OrganizationMember } from "./domain/organization/organization-member.ts";
export type { OrganizationNotFound } from "./domain/organization/organization-not-found.ts";
export type { OrganizationRole } from "./domain/organization/organization-role.ts";
export type { Organization } from "./domain/organization/organization.ts";
export type { Access, AccessDenial, AccessReason } from "./domain/role-assignment/access.ts";
export type { AddMemberRejection, AddMembersRefusal } from "./domain/role-assignment/add-members.ts";
export type { NotOrganizationMember } from "./domain/role-assignment/not-organization-member.ts";
export type { AssignmentKey, RoleAssignment } from "./domain/role-assignment/role-assignment.ts";
export type { RoleRequest } from "./domain/role-assignment/role-request.ts";
export type { Actor, Authority } from "./domain/shared/actor.ts";
export type { BatchMode } from "./domain/shared/batch.ts";
export type { DuplicateUser } from "./domain/shared/duplicate-user.ts";
export type { EmptyBatch } from "./domain/shared/empty-batch.ts";
export type { EventEnvelope, Happening, RosterEvent, RosterEventType } from "./domain/shared/event.ts";
export type { Forbidden } from "./domain/shared/forbidden.ts";
export type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "./domain/shared/ids.ts";
export type { MembersRejected } from "./domain/shared/members-rejected.ts";
export type { OrganizationFacts } from "./domain/shared/organization-facts.ts";
export type { Policy } from "./domain/shared/policy.ts";
export type { RoleConflict } from "./domain/shared/role-conflict.ts";
export type { TooManyMembers } from "./domain/shared/too-many-members.ts";
export type { CreateWorkspaceRefusal } from "./domain/workspace/create-workspace.ts";
export type { RoleCounts } from "./domain/workspace/role-counts.ts";
export type { BuiltInPermission, WorkspaceRoles } from "./domain/workspace/workspace-roles.ts";
export type { Workspace, WorkspaceStatus } from "./domain/workspace/workspace.ts";
export type { WorkspaceAlreadyExists } from "./domain/workspace/workspace-already-exists.ts";
export type { WorkspaceArchived } from "./domain/workspace/workspace-archived.ts";
export type { WorkspaceNameTaken } from "./domain/workspace/workspace-name-taken.ts";
export type { WorkspaceNotFound } from "./domain/workspace/workspace-not-found.ts";
