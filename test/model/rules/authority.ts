import type { ActorInput } from "../../../src/index.ts";
import { forbid, refuse } from "./refusal.ts";
import { roleOf, type Settings, type Workspace, type Organization } from "./world.ts";

const administration = ["settings:manage", "members:manage"];

/** Rule A7: for a non-member the organization does not exist. */
export function requireMembership(organization: Organization, actor: ActorInput): void {
  if (!belongs(organization, actor)) refuse("organization_not_found");
}

export function belongs(organization: Organization, actor: ActorInput): boolean {
  return "system" in actor || organization.members.has(actor.userId);
}

export function isOrganizationAdmin(organization: Organization, actor: ActorInput): boolean {
  return "system" in actor || organization.members.get(actor.userId)?.role === "admin";
}

/** Only organization admins and systems may see or change organization members and list all workspaces. Returns the authority. */
export function requireOrganizationAdmin(organization: Organization, actor: ActorInput): string {
  requireMembership(organization, actor);
  if (!isOrganizationAdmin(organization, actor)) forbid("organization:admin");
  return "system" in actor ? "system" : "organization_admin";
}

/** Rule O2: only a system may let the last organization admin go. */
export function requireSystemFor(lastAdmin: string | undefined, actor: ActorInput): void {
  if (lastAdmin === "allow" && !("system" in actor)) forbid("system");
}

export function findWorkspace(organization: Organization, workspaceId: string, actor: ActorInput): Workspace {
  requireMembership(organization, actor);
  return organization.workspaces.get(workspaceId) ?? refuse("workspace_not_found");
}

export function findActiveWorkspace(organization: Organization, workspaceId: string, actor: ActorInput): Workspace {
  const workspace = findWorkspace(organization, workspaceId, actor);
  if (workspace.isArchived) refuse("workspace_archived");
  return workspace;
}

/** Rules A1 and A2: the permissions of the user's role, and those that organization admins have in every workspace. */
export function permissionsOf(
  organization: Organization,
  workspaceId: string,
  userId: string,
  settings: Settings,
): readonly string[] {
  const held = new Set(permissionsByRole(organization, workspaceId, userId, settings));
  if (administersAll(organization, userId, settings)) for (const permission of administration) held.add(permission);
  return [...held];
}

export function permissionsByRole(
  organization: Organization,
  workspaceId: string,
  userId: string,
  { roles }: Settings,
): readonly string[] {
  if (!organization.members.has(userId)) return [];
  return roles[roleOf(organization, workspaceId, userId) ?? ""] ?? [];
}

export function administersAll(organization: Organization, userId: string, { policy }: Settings): boolean {
  return policy.organizationAdminsAdminister && organization.members.get(userId)?.role === "admin";
}

/** Returns the authority that gives the actor the permission. A role in the workspace takes precedence. */
export function requirePermission(
  permission: string,
  organization: Organization,
  workspaceId: string,
  actor: ActorInput,
  settings: Settings,
): string {
  if ("system" in actor) return "system";
  if (permissionsByRole(organization, workspaceId, actor.userId, settings).includes(permission))
    return "workspace_admin";
  return administersAll(organization, actor.userId, settings) ? "organization_admin" : forbid(permission);
}

/** Returns the authority by which the actor may assign and remove these roles. Rule A3: the actor must hold all of their permissions. */
export function requireGrant(
  roleNames: readonly string[],
  organization: Organization,
  workspaceId: string,
  actor: ActorInput,
  settings: Settings,
): string {
  const right = requirePermission("members:manage", organization, workspaceId, actor, settings);
  if (right !== "workspace_admin" || "system" in actor) return right;
  const own = permissionsByRole(organization, workspaceId, actor.userId, settings);
  for (const role of roleNames) {
    const beyond = (settings.roles[role] ?? []).find((permission) => !own.includes(permission));
    if (beyond === undefined) continue;
    // Whoever administers all workspaces could assign themselves any role.
    return administersAll(organization, actor.userId, settings) ? "organization_admin" : forbid(beyond);
  }
  return right;
}
