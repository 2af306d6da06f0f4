import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../shared/actor.ts";
import type { DecisionContext } from "../shared/decision.ts";
import { forbidden, type Forbidden } from "../shared/forbidden.ts";
import type { WorkspaceId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { permissionsOf } from "../workspace/workspace-roles.ts";
import { rightsOf, rightTo } from "./rights.ts";
import type { RoleRequest } from "./role-request.ts";

/** By what right the actor gives all of these roles; refused where they lack `members:manage` or one granted permission. */
export function authorityToGrant(
  facts: OrganizationFacts,
  command: { readonly workspaceId: WorkspaceId; readonly actor: Actor; readonly members: readonly RoleRequest[] },
  context: DecisionContext,
): Result<Authority, Forbidden> {
  const rights = rightsOf(facts, command.workspaceId, command.actor, context);
  if (rightTo(rights, "members:manage") === null) return err(forbidden("members:manage"));

  const granted = permissionsGranted(command.members, context);
  const right = rightTo(rights, "members:manage", granted);
  if (right !== null) return ok(right.authority);
  return err(
    forbidden(
      granted.find((permission) => rightTo(rights, "members:manage", [permission]) === null) ?? "members:manage",
    ),
  );
}

function permissionsGranted(members: readonly RoleRequest[], { workspaceRoles }: DecisionContext): readonly string[] {
  const roles = new Set(members.map(({ role }) => role));
  return [...new Set([...roles].flatMap((role) => permissionsOf(workspaceRoles, role)))];
}
