import type { Actor, Authority } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { permissionsOf } from "../workspace/workspace-roles.ts";
import { assignmentKey } from "../role-assignment/role-assignment.ts";

/** One right by which an actor acts in a workspace. */
export interface Right {
  readonly authority: Authority;
  readonly permissions: readonly string[];
  /** The permissions they may pass on: no more than they could give themselves (rule A3). */
  readonly grantable: readonly string[] | "all";
}

/** What organization admins may do in every workspace of theirs; its resources are not among it (rule A2). */
const administration: readonly string[] = ["settings:manage", "members:manage"];

/** Every right that the actor has in an active workspace, the one of the workspace itself first. */
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
    // Who may manage members may add themselves with any role, so there is none that they could not grant themselves.
    rights.push({ authority: "organization_admin", permissions: administration, grantable: "all" });
  }
  return rights;
}

/** The first right that has the permission and may pass on all of what is granted, or null. */
export function rightTo(rights: readonly Right[], permission: string, granted: readonly string[] = []): Right | null {
  return (
    rights.find(({ permissions, grantable }) => permissions.includes(permission) && mayGrant(grantable, granted)) ??
    null
  );
}

function mayGrant(grantable: Right["grantable"], granted: readonly string[]): boolean {
  return grantable === "all" || granted.every((permission) => grantable.includes(permission));
}
