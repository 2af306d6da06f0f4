import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import { forbidden, type Forbidden } from "./forbidden.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { permissionsOf } from "../workspace/workspace-roles.ts";
import { rightsOf, rightTo } from "./rights.ts";

/**
 * The authority by which the actor grants or removes these roles. Refuses if the actor lacks `members:manage` or any
 * permission of the roles (rule A3).
 */
export function authorityToGrant(
  facts: OrganizationFacts,
  { workspaceId, actor }: { readonly workspaceId: WorkspaceId; readonly actor: Actor },
  roles: readonly string[],
  context: DecisionContext,
): Result<Authority, Forbidden> {
  const rights = rightsOf(facts, workspaceId, actor, context);
  if (rightTo(rights, "members:manage") === null) return err(forbidden("members:manage"));

  const granted = permissionsOfAll(roles, context);
  const right = rightTo(rights, "members:manage", granted);
  if (right !== null) return ok(right.authority);
  return err(
    forbidden(
      granted.find((permission) => rightTo(rights, "members:manage", [permission]) === null) ?? "members:manage",
    ),
  );
}

/** A role that the catalogue does not know has no permissions, so anyone who manages members may remove it. */
function permissionsOfAll(roles: readonly string[], { workspaceRoles }: DecisionContext): readonly string[] {
  return [...new Set([...new Set(roles)].flatMap((role) => permissionsOf(workspaceRoles, role)))];
}
