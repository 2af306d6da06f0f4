import type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "../../src/domain/values/ids.ts";

export const asOrganizationId = (id: string): OrganizationId => id as OrganizationId;
export const asWorkspaceId = (id: string): WorkspaceId => id as WorkspaceId;
export const asUserId = (id: string): UserId => id as UserId;
export const asOperationId = (id: string): OperationId => id as OperationId;
export const asIdempotencyKey = (id: string): IdempotencyKey => id as IdempotencyKey;

export const acme = asOrganizationId("acme");
export const web = asWorkspaceId("web");

export const ada = asUserId("ada");
export const bo = asUserId("bo");
export const cy = asUserId("cy");
export const dee = asUserId("dee");
/** A stranger: in no organization of any test. */
export const stranger = asUserId("stranger");

/** Ids that count up: `id-1`, `id-2` … */
export function countingIds(prefix = "id"): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
