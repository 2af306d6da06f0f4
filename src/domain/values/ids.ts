/** A base type whose values only its parser returns. The brand is a string key, so types from two builds of this package are compatible. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };

/** The tenant. The first part of every key: two organizations never share a row, even if their other ids are equal. */
export type OrganizationId = Brand<string, "OrganizationId">;

/** A workspace of one organization. Different organizations may use the same workspace id. */
export type WorkspaceId = Brand<string, "WorkspaceId">;

/** The host's id of a user. */
export type UserId = Brand<string, "UserId">;

/** One executed command; every event of the command carries it. */
export type OperationId = Brand<string, "OperationId">;

/** Identifies one command within its organization, so that sending it again has no second effect. */
export type IdempotencyKey = Brand<string, "IdempotencyKey">;
