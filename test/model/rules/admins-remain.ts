import { type EventContext, recordEvent } from "./events.ts";
import { refuse } from "./refusal.ts";
import { byBytes } from "./text.ts";
import type { Settings, Organization } from "./world.ts";

/** The active workspaces, in byte order, that had a role holder who manages members and no longer have one (rules M9 and A6). */
export function orphanedWorkspaces(before: Organization, after: Organization, settings: Settings): readonly string[] {
  const found: string[] = [];
  for (const [workspaceId, { isArchived }] of after.workspaces) {
    if (!isArchived && hasAdmin(before, workspaceId, settings) && !hasAdmin(after, workspaceId, settings)) {
      found.push(workspaceId);
    }
  }
  return found.sort(byBytes);
}

export function hasAdmin(organization: Organization, workspaceId: string, { roles }: Settings): boolean {
  for (const held of organization.assignments) {
    if (held.workspaceId === workspaceId && roles[held.role]?.includes("members:manage") === true) return true;
  }
  return false;
}

export function requireWorkspaceAdminsRemain(before: Organization, after: Organization, settings: Settings): void {
  const workspaceIds = orphanedWorkspaces(before, after, settings);
  if (workspaceIds.length > 0) refuse("last_workspace_admin", { workspaceIds });
}

/** Rule O2: only a system may leave an organization without an admin, and an event says so. */
export function requireOrganizationAdminRemains(
  before: Organization,
  after: Organization,
  { lastAdmin, eventContext }: { readonly lastAdmin: string | undefined; readonly eventContext: EventContext },
): void {
  if (!hasOrganizationAdmin(before) || hasOrganizationAdmin(after)) return;
  if (lastAdmin !== "allow") refuse("last_organization_admin");
  recordEvent(after, eventContext, { type: "organization.unowned" });
}

function hasOrganizationAdmin({ members }: Organization): boolean {
  return [...members.values()].some(({ role }) => role === "admin");
}
