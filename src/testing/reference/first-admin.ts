import type { Need } from "../../application/ports/need.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import { sortedByBytes } from "../../domain/values/byte-order.ts";

/** The first admin is named like any other member whose assignments in the same workspaces are needed. */
export function withFirstAdmin(members: Iterable<OrganizationMember>, need: Need): Need {
  const excluded = need.firstAdminExcept;
  if (excluded === null) return need;
  const admins = [...members].filter(({ userId, role }) => role === "admin" && !excluded.includes(userId));
  const first = sortedByBytes(admins, ({ userId }) => userId)
    .slice(0, 1)
    .map(({ userId }) => userId);
  return {
    ...need,
    members: [...need.members, ...first],
    assignmentsInSameWorkspaces: [...need.assignmentsInSameWorkspaces, ...first],
  };
}
