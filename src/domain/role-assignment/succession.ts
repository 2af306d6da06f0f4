import { assignmentKey } from "./role-assignment.ts";
import type { DecisionContext } from "../shared/decision.ts";
import type { Happening } from "../shared/event.ts";
import type { UserId, WorkspaceId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { creatorRole } from "../workspace/workspace-roles.ts";

/** What makes a user the admin of these workspaces: they join, or their role there changes. */
export function succession(
  facts: OrganizationFacts,
  workspaceIds: readonly WorkspaceId[],
  userId: UserId,
  { workspaceRoles }: DecisionContext,
): readonly Happening[] {
  const role = creatorRole(workspaceRoles);
  return workspaceIds.map((workspaceId): Happening => {
    const previousRole = facts.assignments.get(assignmentKey(workspaceId, userId))?.role;
    if (previousRole === undefined) return { type: "workspace.member.added", workspaceId, userId, role };
    return { type: "workspace.member.role_changed", workspaceId, userId, role, previousRole };
  });
}
