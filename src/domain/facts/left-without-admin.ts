import { sortedByBytes } from "../values/byte-order.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { NewEvent } from "./event.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import { adminCount } from "../workspace/role-counts.ts";
import { isAdminRole, type WorkspaceRoles } from "../workspace/workspace-roles.ts";

/**
 * The active workspaces that had an admin before and have none after, in byte order: only the end state of a batch
 * counts (rule M9). A workspace that had none before, because the host's catalogue took `members:manage` from its roles,
 * is not listed, so that it can be repaired.
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

/** The events by which a user becomes or stops being an admin of a workspace. To count admins, only these need be folded. */
export function adminEvents<Event extends NewEvent>(events: readonly Event[], roles: WorkspaceRoles): readonly Event[] {
  return events.filter(
    (event) =>
      event.type.startsWith("workspace.member.") &&
      (("role" in event && isAdminRole(roles, event.role)) ||
        ("previousRole" in event && isAdminRole(roles, event.previousRole))),
  );
}
