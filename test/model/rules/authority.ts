import type { ActorInput } from "../../../src/index.ts";
import { forbid, refuse } from "./refusal.ts";
import { roleOf, type Setting, type Space, type Tenant } from "./world.ts";

const administration = ["settings:manage", "members:manage"];

/** Rule A7: to a stranger there is no organization. */
export function mustBelong(tenant: Tenant, actor: ActorInput): void {
  if (!belongs(tenant, actor)) refuse("organization_not_found");
}

export function belongs(tenant: Tenant, actor: ActorInput): boolean {
  return "system" in actor || tenant.members.has(actor.userId);
}

export function isOrganizationAdmin(tenant: Tenant, actor: ActorInput): boolean {
  return "system" in actor || tenant.members.get(actor.userId)?.role === "admin";
}

/** The organization, its members and the list of its workspaces are for its admins and for systems. */
export function mustAdministerOrganization(tenant: Tenant, actor: ActorInput): string {
  mustBelong(tenant, actor);
  if (!isOrganizationAdmin(tenant, actor)) forbid("organization:admin");
  return "system" in actor ? "system" : "organization_admin";
}

export function mustFind(tenant: Tenant, workspaceId: string, actor: ActorInput): Space {
  mustBelong(tenant, actor);
  return tenant.workspaces.get(workspaceId) ?? refuse("workspace_not_found");
}

export function mustFindActive(tenant: Tenant, workspaceId: string, actor: ActorInput): Space {
  const space = mustFind(tenant, workspaceId, actor);
  if (space.isArchived) refuse("workspace_archived");
  return space;
}

/** Rules A1 and A2: what one's own role permits, and what organization admins may do everywhere. */
export function permissionsOf(
  tenant: Tenant,
  workspaceId: string,
  userId: string,
  setting: Setting,
): readonly string[] {
  const held = new Set(permissionsByRole(tenant, workspaceId, userId, setting));
  if (administersAll(tenant, userId, setting)) for (const permission of administration) held.add(permission);
  return [...held];
}

export function permissionsByRole(
  tenant: Tenant,
  workspaceId: string,
  userId: string,
  { roles }: Setting,
): readonly string[] {
  if (!tenant.members.has(userId)) return [];
  return roles[roleOf(tenant, workspaceId, userId) ?? ""] ?? [];
}

export function administersAll(tenant: Tenant, userId: string, { policy }: Setting): boolean {
  return policy.organizationAdminsAdminister && tenant.members.get(userId)?.role === "admin";
}

/** By what right the actor has the permission: the role in the workspace goes first. */
export function mustHave(
  permission: string,
  tenant: Tenant,
  workspaceId: string,
  actor: ActorInput,
  setting: Setting,
): string {
  if ("system" in actor) return "system";
  if (permissionsByRole(tenant, workspaceId, actor.userId, setting).includes(permission)) return "workspace_admin";
  return administersAll(tenant, actor.userId, setting) ? "organization_admin" : forbid(permission);
}

/** By what right the actor gives or takes away these roles. Rule A3: only whoever could give all of their permissions. */
export function mustBeAbleToGrant(
  handled: readonly string[],
  tenant: Tenant,
  workspaceId: string,
  actor: ActorInput,
  setting: Setting,
): string {
  const right = mustHave("members:manage", tenant, workspaceId, actor, setting);
  if (right !== "workspace_admin" || "system" in actor) return right;
  const own = permissionsByRole(tenant, workspaceId, actor.userId, setting);
  for (const role of handled) {
    const beyond = (setting.roles[role] ?? []).find((permission) => !own.includes(permission));
    if (beyond === undefined) continue;
    // With the authority over all workspaces they could give themselves any role.
    return administersAll(tenant, actor.userId, setting) ? "organization_admin" : forbid(beyond);
  }
  return right;
}
