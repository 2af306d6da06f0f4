import type { Brand } from "./brand.ts";

/** The tenant. First part of every key: two organizations never share a row, even where their other ids are equal. */
export type OrganizationId = Brand<string, "OrganizationId">;

/** A workspace of one organization. Two organizations may use equal workspace ids. */
export type WorkspaceId = Brand<string, "WorkspaceId">;

/** A user as the host knows them. */
export type UserId = Brand<string, "UserId">;

/** One executed command; every event of the command carries it. */
export type OperationId = Brand<string, "OperationId">;

/** Names one intended command within its organization, so that a resend has no second effect. */
export type IdempotencyKey = Brand<string, "IdempotencyKey">;
