import { sortedByBytes } from "../values/byte-order.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import { adminCount } from "../workspace/role-counts.ts";
import type { WorkspaceRoles } from "../workspace/workspace-roles.ts";

/**
 * The active workspaces that had an admin before and have none after, in byte order: a batch is judged by its end
 * state (rule M9). One that had none before, since its roles lost `members:manage` in the catalogue, can be mended.
 */
export function leftWithoutAdmin(
  before: OrganizationFacts,
  after: OrganizationFacts,
  roles: WorkspaceRoles,
): readonly WorkspaceId[] {
  const left = [...after.workspaces.values()]
    .filter(({ workspaceId, status, roleCounts }) => {
      const countedBefore = before.workspaces.get(workspaceId)?.roleCounts ?? [];
      return status === "active" && adminCount(roleCounts, roles) === 0 && adminCount(countedBefore, roles) > 0;
    })
    .map(({ workspaceId }) => workspaceId);
  return sortedByBytes(left, (workspaceId) => workspaceId);
}
