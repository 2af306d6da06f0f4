import { err, ok, type Result } from "neverthrow";
import { authorityToGrant } from "./authority-to-grant.ts";
import { assignmentKey } from "../role-assignment/role-assignment.ts";
import { rolesAtStake } from "./roles-at-stake.ts";
import type { Actor } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { NewEvent } from "../facts/event.ts";
import type { Forbidden } from "./forbidden.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { creatorRole } from "../workspace/workspace-roles.ts";

/**
 * Naming a successor is granting a role (rule A3). Refuses unless the actor could give the successor the admin role in
 * each of these workspaces, and remove the role that the successor holds there.
 */
export function mayNameSuccessor(
  facts: OrganizationFacts,
  workspaceIds: readonly WorkspaceId[],
  { actor, successor }: { readonly actor: Actor; readonly successor: UserId },
  context: DecisionContext,
): Result<null, Forbidden> {
  const requests = [{ userId: successor, role: creatorRole(context.workspaceRoles) }];
  for (const workspaceId of workspaceIds) {
    const roles = rolesAtStake(facts, workspaceId, requests);
    const authority = authorityToGrant(facts, { workspaceId, actor }, roles, context);
    if (authority.isErr()) return err(authority.error);
  }
  return ok(null);
}

/** The events that make a user admin of these workspaces: they join, or their role changes. */
export function succession(
  facts: OrganizationFacts,
  workspaceIds: readonly WorkspaceId[],
  userId: UserId,
  { workspaceRoles }: DecisionContext,
): readonly NewEvent[] {
  const role = creatorRole(workspaceRoles);
  return workspaceIds.map((workspaceId): NewEvent => {
    const previousRole = facts.assignments.get(assignmentKey(workspaceId, userId))?.role;
    if (previousRole === undefined) return { type: "workspace.member.added", workspaceId, userId, role };
    return { type: "workspace.member.role_changed", workspaceId, userId, role, previousRole };
  });
}
