import type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";

export const organizationId = (id: string): OrganizationId => id as OrganizationId;
export const userId = (id: string): UserId => id as UserId;
export const workspaceId = (id: string): WorkspaceId => id as WorkspaceId;
export const operationId = (id: string): OperationId => id as OperationId;
export const commandKey = (id: string): IdempotencyKey => id as IdempotencyKey;
