import { z } from "zod";
import { organizationRoles } from "../../domain/organization/organization-role.ts";
import type { Actor } from "../../domain/values/actor.ts";
import { identifierProblem } from "../../domain/values/identifier.ts";
import type { IdempotencyKey, OperationId, OrganizationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { descriptionProblem, emailProblem, nameProblem } from "../../domain/values/name.ts";
import { quote } from "../../domain/values/quote.ts";
import { builtInPermissions, type WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";

/** Who issues a command or reads: a user of the organization, or a named system that the host vouches for. A system passes every permission check. */
export type ActorInput = { readonly userId: string } | { readonly system: string };

/** An optional field: omitted is the same as null. */
export function optional<Value, Input>(field: z.ZodType<Value, Input>) {
  return field.nullish().transform((value) => value ?? null);
}

/** A value that the domain's own check accepts. The message is the start of the value and the check's reason. */
function checked<Value extends string>(problem: (value: unknown) => string | null): z.ZodType<Value, string> {
  return z.custom<Value>((value) => problem(value) === null, {
    error: ({ input }) => `${typeof input === "string" ? `${quote(input)} ` : ""}${problem(input) ?? ""}`,
  });
}

export const organizationId = checked<OrganizationId>(identifierProblem);
export const workspaceId = checked<WorkspaceId>(identifierProblem);
export const userId = checked<UserId>(identifierProblem);
export const operationId = checked<OperationId>(identifierProblem);
export const idempotencyKey = checked<IdempotencyKey>(identifierProblem);
export const name = checked<string>(nameProblem);
export const description = checked<string>(descriptionProblem);
export const email = checked<string>(emailProblem);

export const actor: z.ZodType<Actor, ActorInput> = z.union(
  [z.strictObject({ userId }), z.strictObject({ system: checked<string>(identifierProblem) })],
  { error: "must be { userId } or { system }, with a valid id" },
);

export const organizationRole = z.enum(organizationRoles, { error: `must be one of ${organizationRoles.join(", ")}` });

/** A role of the host's catalogue. */
export function workspaceRole(roles: WorkspaceRoles): z.ZodType<string, string> {
  const known = new Set(Object.keys(roles));
  return z.custom<string>((value) => known.has(value as string), { error: `must be one of ${[...known].join(", ")}` });
}

/** A permission that some role of the catalogue has or that the library itself checks. */
export function permission(roles: WorkspaceRoles): z.ZodType<string, string> {
  const known = new Set([...builtInPermissions, ...Object.values(roles).flat()]);
  return z.custom<string>((value) => known.has(value as string), { error: `must be one of ${[...known].join(", ")}` });
}
