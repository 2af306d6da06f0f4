import { sortedByBytes } from "../values/byte-order.ts";
import type { Happening } from "./event.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import type { OrganizationRoleOf } from "../organization/organization-role.ts";

/** What happens when users leave the organization: each loses every role assignment, then the membership (rule O4). */
export function departures(facts: OrganizationFacts, leaving: readonly OrganizationRoleOf[]): readonly Happening[] {
  const assignments = Map.groupBy(facts.assignments.values(), ({ userId }) => userId);
  return leaving.flatMap(({ userId, role }): Happening[] => [
    ...sortedByBytes(assignments.get(userId) ?? [], ({ workspaceId }) => workspaceId).map((held): Happening => ({
      type: "workspace.member.removed",
      workspaceId: held.workspaceId,
      userId,
      role: held.role,
    })),
    { type: "organization.member.removed", userId, role },
  ]);
}
