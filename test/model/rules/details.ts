import type { ActorInput, GetWorkspaceInput } from "../../../src/index.ts";
import { findWorkspace, isOrganizationAdmin, permissionsOf, requireMembership } from "./authority.ts";
import { forbid } from "./refusal.ts";
import { type Fields, type Organization, roleOf, type Settings } from "./world.ts";

/** What `getOrganization` returns. */
export function organizationDetails(organization: Organization, actor: ActorInput, { policy }: Settings): Fields {
  requireMembership(organization, actor);
  const { organizationId, name, members, workspaces, revision, events } = organization;
  const adminCount = [...members.values()].filter(({ role }) => role === "admin").length;
  const isAdmin = isOrganizationAdmin(organization, actor);
  return {
    organizationId,
    name,
    memberCount: members.size,
    adminCount,
    isUnowned: adminCount === 0,
    activeWorkspaceCount: [...workspaces.values()].filter(({ isArchived }) => !isArchived).length,
    createdAt: events[0]?.at,
    revision,
    role: "system" in actor ? null : members.get(actor.userId)?.role,
    permissions: [
      ...(isAdmin ? ["organization:admin"] : []),
      ...(isAdmin || policy.membersCreateWorkspaces ? ["workspaces:create"] : []),
    ],
  };
}

/** What `getWorkspace` returns. */
export function workspaceDetails(
  organization: Organization,
  { workspaceId, actor }: GetWorkspaceInput,
  settings: Settings,
): Fields {
  const { name, description, isArchived, createdAt } = findWorkspace(organization, workspaceId, actor);
  const ownRole = "system" in actor ? undefined : roleOf(organization, workspaceId, actor.userId);
  if (!isOrganizationAdmin(organization, actor) && (ownRole === undefined || isArchived)) forbid("workspace:member");
  const held = organization.assignments.filter((assignment) => assignment.workspaceId === workspaceId);
  const roles = new Set([...Object.keys(settings.roles), ...held.map(({ role }) => role)]);
  const permissions =
    "system" in actor
      ? ["settings:manage", "members:manage"]
      : permissionsOf(organization, workspaceId, actor.userId, settings);
  return {
    workspaceId,
    name,
    description,
    status: isArchived ? "archived" : "active",
    memberCount: held.length,
    adminCount: held.filter(({ role }) => settings.roles[role]?.includes("members:manage") === true).length,
    roleCounts: Object.fromEntries([...roles].map((role) => [role, held.filter((each) => each.role === role).length])),
    createdAt,
    role: ownRole ?? null,
    permissions: isArchived ? [] : permissions,
  };
}
