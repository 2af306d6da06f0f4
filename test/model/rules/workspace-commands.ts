import type * as Input from "../../../src/index.ts";
import { hasAdmin } from "./admins-remain.ts";
import {
  administersAll,
  isOrganizationAdmin,
  requireMembership,
  findWorkspace,
  findActiveWorkspace,
  requirePermission,
} from "./authority.ts";
import { requireMemberCapacity, requireWorkspaceCapacity } from "./limits.ts";
import { forbid, refuse } from "./refusal.ts";
import { archive, assignRole, recordEvent } from "./events.ts";
import { byBytes, folded } from "./text.ts";
import { type CommandContext, memberCount, type Settings, type Organization, type Fields } from "./world.ts";

export function createWorkspace(
  organization: Organization,
  input: Input.CreateWorkspaceInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const { actor, name, description = "" } = input;
  const { policy, roles, maxBatchSize } = settings;
  requireMembership(organization, actor);
  const isAdmin = isOrganizationAdmin(organization, actor);
  if (!isAdmin && !policy.membersCreateWorkspaces) forbid("organization:admin");
  const authority = "system" in actor ? "system" : isAdmin ? "organization_admin" : "organization_member";
  const admin = input.admin ?? ("userId" in actor ? actor.userId : "");
  if (!organization.members.has(admin)) refuse("not_organization_member", { userId: admin });
  const workspaceId = input.workspaceId ?? context.freshId;
  if (organization.workspaces.has(workspaceId)) refuse("workspace_already_exists");
  requireFreeName(organization, name, workspaceId);
  requireWorkspaceCapacity(organization, settings);
  const isForAll = input.addEveryone === true;
  const count = organization.members.size;
  if (isForAll && count > maxBatchSize) refuse("too_many_members", { limit: maxBatchSize, count });

  const eventContext = { ...context, actor, authority };
  organization.workspaces.set(workspaceId, { name, description, isArchived: false, createdAt: context.now });
  recordEvent(organization, eventContext, { type: "workspace.created", workspaceId, name, description });
  const [strongest = ""] = Object.keys(roles);
  const weakest = Object.keys(roles).at(-1) ?? "";
  const others = [...organization.members.keys()].filter((userId) => userId !== admin).sort(byBytes);
  const added = [
    { userId: admin, role: strongest },
    ...(isForAll ? others : []).map((userId) => ({ userId, role: weakest })),
  ];
  for (const { userId, role } of added) assignRole(organization, eventContext, workspaceId, userId, role);
  requireMemberCapacity(organization, workspaceId, settings);
  return { workspaceId, added };
}

export function updateWorkspace(
  organization: Organization,
  { workspaceId, actor, ...change }: Input.UpdateWorkspaceInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const workspace = findActiveWorkspace(organization, workspaceId, actor);
  const authority = requirePermission("settings:manage", organization, workspaceId, actor, settings);
  const name = change.name ?? workspace.name;
  const description = change.description ?? workspace.description;
  requireFreeName(organization, name, workspaceId);
  if (name !== workspace.name || description !== workspace.description) {
    organization.workspaces.set(workspaceId, { ...workspace, name, description });
    recordEvent(
      organization,
      { ...context, actor, authority },
      { type: "workspace.updated", workspaceId, name, description },
    );
  }
  return { workspaceId, name, description };
}

export function archiveWorkspace(
  organization: Organization,
  { workspaceId, actor }: Input.ArchiveWorkspaceInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const workspace = findActiveWorkspace(organization, workspaceId, actor);
  const authority = requirePermission("settings:manage", organization, workspaceId, actor, settings);
  archive(organization, { ...context, actor, authority }, workspaceId);
  return { workspaceId, name: workspace.name, description: workspace.description };
}

/** Only for systems and for organization admins who administer all workspaces: roles in an archived workspace permit nothing. */
export function restoreWorkspace(
  organization: Organization,
  { workspaceId, actor, admin = null, ...change }: Input.RestoreWorkspaceInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const workspace = findWorkspace(organization, workspaceId, actor);
  if ("userId" in actor && !administersAll(organization, actor.userId, settings)) forbid("settings:manage");
  if (!workspace.isArchived) refuse("workspace_not_archived");
  const name = change.name ?? workspace.name;
  requireFreeName(organization, name, workspaceId);
  requireWorkspaceCapacity(organization, settings);
  if (admin !== null && !organization.members.has(admin)) refuse("not_organization_member", { userId: admin });
  const needsAdmin = !hasAdmin(organization, workspaceId, settings);
  if (needsAdmin && admin === null) refuse("last_workspace_admin", { workspaceIds: [workspaceId] });

  const eventContext = { ...context, actor, authority: "system" in actor ? "system" : "organization_admin" };
  const { description } = workspace;
  if (name !== workspace.name)
    recordEvent(organization, eventContext, { type: "workspace.updated", workspaceId, name, description });
  recordEvent(organization, eventContext, { type: "workspace.restored", workspaceId });
  organization.workspaces.set(workspaceId, { ...workspace, name, isArchived: false });
  const countBefore = memberCount(organization, workspaceId);
  if (needsAdmin)
    assignRole(organization, eventContext, workspaceId, admin ?? "", Object.keys(settings.roles)[0] ?? "");
  if (memberCount(organization, workspaceId) > countBefore) requireMemberCapacity(organization, workspaceId, settings);
  return { workspaceId, name, description, newAdmin: needsAdmin ? admin : null };
}

function requireFreeName(organization: Organization, name: string, own: string): void {
  for (const [workspaceId, other] of organization.workspaces) {
    if (workspaceId !== own && !other.isArchived && folded(other.name) === folded(name)) {
      refuse("workspace_name_taken", { workspaceId, name });
    }
  }
}
