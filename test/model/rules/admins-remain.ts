import { refuse } from "./refusal.ts";
import { byBytes } from "./text.ts";
import type { Setting, Tenant } from "./world.ts";

/** The active workspaces, in byte order, that had somebody who manages members and have nobody now (rules M9 and A6). */
export function orphans(before: Tenant, after: Tenant, setting: Setting): readonly string[] {
  const found: string[] = [];
  for (const [workspaceId, { isArchived }] of after.workspaces) {
    if (!isArchived && hasAdmin(before, workspaceId, setting) && !hasAdmin(after, workspaceId, setting)) {
      found.push(workspaceId);
    }
  }
  return found.sort(byBytes);
}

export function hasAdmin(tenant: Tenant, workspaceId: string, { roles }: Setting): boolean {
  for (const held of tenant.assignments) {
    if (held.workspaceId === workspaceId && roles[held.role]?.includes("members:manage") === true) return true;
  }
  return false;
}

export function workspaceAdminsMustRemain(before: Tenant, after: Tenant, setting: Setting): void {
  const workspaceIds = orphans(before, after, setting);
  if (workspaceIds.length > 0) refuse("last_workspace_admin", { workspaceIds });
}

export function organizationAdminMustRemain(tenant: Tenant): void {
  for (const { role } of tenant.members.values()) if (role === "admin") return;
  refuse("last_organization_admin");
}
