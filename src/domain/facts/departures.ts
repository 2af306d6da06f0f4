import { sortedByBytes } from "../values/byte-order.ts";
import type { NewEvent } from "./event.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";

/** What happens when users leave the organization: each loses every role assignment, then the membership (rule O4). */
export function departures(facts: OrganizationFacts, leaving: readonly OrganizationMemberRole[]): readonly NewEvent[] {
  const assignments = Map.groupBy(facts.assignments.values(), ({ userId }) => userId);
  return leaving.flatMap(({ userId, role }): NewEvent[] => [
    ...sortedByBytes(assignments.get(userId) ?? [], ({ workspaceId }) => workspaceId).map((held): NewEvent => ({
      type: "workspace.member.removed",
      workspaceId: held.workspaceId,
      userId,
      role: held.role,
    })),
    { type: "organization.member.removed", userId, role },
  ]);
}
