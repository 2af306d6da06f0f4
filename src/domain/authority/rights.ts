import type { Actor, Authority } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { permissionsOf } from "../workspace/workspace-roles.ts";
import { assignmentKey } from "../role-assignment/role-assignment.ts";

/** A right of an actor in a workspace. */
export interface Right {
  readonly authority: Authority;
  readonly permissions: readonly string[];
  /** The permissions that the actor may grant: no more than they have or could give themselves (rule A3). */
  readonly grantable: readonly string[] | "all";
}

/** The permissions of organization admins in every workspace; its resources are not included (rule A2). */
const administration: readonly string[] = ["settings:manage", "members:manage"];

/** Every right of the actor in an active workspace, the one from their workspace role first. */
export function rightsOf(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  actor: Actor,
  { policy, workspaceRoles }: Pick<DecisionContext, "policy" | "workspaceRoles">,
): readonly Right[] {
  if ("system" in actor) return [{ authority: "system", permissions: administration, grantable: "all" }];
  const member = facts.members.get(actor.userId);
  if (member === undefined) return [];

  const rights: Right[] = [];
  const assignment = facts.assignments.get(assignmentKey(workspaceId, actor.userId));
  if (assignment !== undefined) {
    const permissions = permissionsOf(workspaceRoles, assignment.role);
    rights.push({ authority: "workspace_admin", permissions, grantable: permissions });
  }
  if (member.role === "admin" && policy.organizationAdminsAdminister) {
    // Organization admins could add themselves with any role, so they may grant any.
    rights.push({ authority: "organization_admin", permissions: administration, grantable: "all" });
  }
  return rights;
}

/** The first right that has the permission and may grant all of the given permissions, or null. */
export function rightTo(rights: readonly Right[], permission: string, granted: readonly string[] = []): Right | null {
  return (
    rights.find(({ permissions, grantable }) => permissions.includes(permission) && mayGrant(grantable, granted)) ??
    null
  );
}

function mayGrant(grantable: Right["grantable"], granted: readonly string[]): boolean {
  return grantable === "all" || granted.every((permission) => grantable.includes(permission));
}
