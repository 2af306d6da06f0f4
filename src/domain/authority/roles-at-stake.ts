import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { assignmentKey, type MemberRole } from "../role-assignment/role-assignment.ts";

/**
 * The roles that an actor must be able to grant to make these assignments: the requested roles and those they replace,
 * because changing a role removes one. A user who already holds the requested role loses none.
 */
export function rolesAtStake(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  requests: readonly MemberRole[],
): readonly string[] {
  const replaced = requests.flatMap(({ userId, role }) => {
    const current = facts.assignments.get(assignmentKey(workspaceId, userId))?.role;
    return current === undefined || current === role ? [] : [current];
  });
  return [...requests.map(({ role }) => role), ...replaced];
}
