export type { CommitBatch, CommitOutcome } from "./application/ports/commit-batch.ts";
export type { Facts, Need } from "./application/ports/need.ts";
export type * from "./application/ports/queries.ts";
export type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "./application/ports/records.ts";
export type { RosterStorage, StorageCallOptions } from "./application/ports/roster-storage.ts";
export { aborted, storageFailed, storageUnavailable } from "./application/ports/storage-error.ts";
export type {
  Aborted,
  StorageError,
  StorageFailed,
  StorageSchemaMismatch,
  StorageUnavailable,
} from "./application/ports/storage-error.ts";
export { libraryLimits, type StorageLimits } from "./application/ports/storage-limits.ts";
export type { Delete, Put, Write } from "./application/ports/write.ts";

export type { RosterEvent } from "./domain/facts/event.ts";
export type { OrganizationMember } from "./domain/organization/organization-member.ts";
export type { OrganizationRole } from "./domain/organization/organization-role.ts";
export type { Organization } from "./domain/organization/organization.ts";
export type { RoleAssignment } from "./domain/role-assignment/role-assignment.ts";
export type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "./domain/values/ids.ts";
export type { RoleCounts } from "./domain/workspace/role-counts.ts";
export type { Workspace, WorkspaceStatus } from "./domain/workspace/workspace.ts";
