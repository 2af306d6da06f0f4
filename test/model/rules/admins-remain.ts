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

export function requireOrganizationAdminRemains(organization: Organization): void {
  for (const { role } of organization.members.values()) if (role === "admin") return;
  refuse("last_organization_admin");
}
