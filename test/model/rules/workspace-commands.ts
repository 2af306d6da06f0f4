import type * as Input from "../../../src/index.ts";
import { hasAdmin } from "./admins-remain.ts";
import { administersAll, isOrganizationAdmin, mustBelong, mustFind, mustFindActive, mustHave } from "./authority.ts";
import { mustFit } from "./limits.ts";
import { forbid, refuse } from "./refusal.ts";
import { give, happen } from "./events.ts";
import { byBytes, folded } from "./text.ts";
import { type Given, headCount, type Setting, type Tenant, type Told } from "./world.ts";

export function createWorkspace(
  tenant: Tenant,
  input: Input.CreateWorkspaceInput,
  given: Given,
  setting: Setting,
): Told {
  const { actor, name, description = "" } = input;
  const { policy, roles, maxBatchSize } = setting;
  mustBelong(tenant, actor);
  const isAdmin = isOrganizationAdmin(tenant, actor);
  if (!isAdmin && !policy.membersCreateWorkspaces) forbid("organization:admin");
  const authority = "system" in actor ? "system" : isAdmin ? "organization_admin" : "organization_member";
  const admin = input.admin ?? ("userId" in actor ? actor.userId : "");
  if (!tenant.members.has(admin)) refuse("not_organization_member", { userId: admin });
  const workspaceId = input.workspaceId ?? given.freshId;
  if (tenant.workspaces.has(workspaceId)) refuse("workspace_already_exists");
  mustBeFree(tenant, name, workspaceId);
  mustHaveRoom(tenant, setting);
  const isForAll = input.addEveryone === true;
  const count = tenant.members.size;
  if (isForAll && count > maxBatchSize) refuse("too_many_members", { limit: maxBatchSize, count });

  const doer = { ...given, actor, authority };
  tenant.workspaces.set(workspaceId, { name, description, isArchived: false, createdAt: given.now });
  happen(tenant, doer, { type: "workspace.created", workspaceId, name, description });
  const [strongest = ""] = Object.keys(roles);
  const weakest = Object.keys(roles).at(-1) ?? "";
  const others = [...tenant.members.keys()].filter((userId) => userId !== admin).sort(byBytes);
  const added = [
    { userId: admin, role: strongest },
    ...(isForAll ? others : []).map((userId) => ({ userId, role: weakest })),
  ];
  for (const { userId, role } of added) give(tenant, doer, workspaceId, userId, role);
  mustFit(tenant, workspaceId, setting);
  return { workspaceId, added };
}

export function updateWorkspace(
  tenant: Tenant,
  { workspaceId, actor, ...change }: Input.UpdateWorkspaceInput,
  given: Given,
  setting: Setting,
): Told {
  const space = mustFindActive(tenant, workspaceId, actor);
  const authority = mustHave("settings:manage", tenant, workspaceId, actor, setting);
  const name = change.name ?? space.name;
  const description = change.description ?? space.description;
  mustBeFree(tenant, name, workspaceId);
  if (name !== space.name || description !== space.description) {
    tenant.workspaces.set(workspaceId, { ...space, name, description });
    happen(tenant, { ...given, actor, authority }, { type: "workspace.updated", workspaceId, name, description });
  }
  return { workspaceId, name, description };
}

export function archiveWorkspace(
  tenant: Tenant,
  { workspaceId, actor }: Input.ArchiveWorkspaceInput,
  given: Given,
  setting: Setting,
): Told {
  const space = mustFindActive(tenant, workspaceId, actor);
  const authority = mustHave("settings:manage", tenant, workspaceId, actor, setting);
  tenant.workspaces.set(workspaceId, { ...space, isArchived: true });
  happen(tenant, { ...given, actor, authority }, { type: "workspace.archived", workspaceId });
  return { workspaceId, name: space.name, description: space.description };
}

/** For organization admins who administer all workspaces, and for systems: an archived one grants its own admins nothing. */
export function restoreWorkspace(
  tenant: Tenant,
  { workspaceId, actor, admin = null, ...change }: Input.RestoreWorkspaceInput,
  given: Given,
  setting: Setting,
): Told {
  const space = mustFind(tenant, workspaceId, actor);
  if ("userId" in actor && !administersAll(tenant, actor.userId, setting)) forbid("settings:manage");
  if (!space.isArchived) refuse("workspace_not_archived");
  const name = change.name ?? space.name;
  mustBeFree(tenant, name, workspaceId);
  mustHaveRoom(tenant, setting);
  if (admin !== null && !tenant.members.has(admin)) refuse("not_organization_member", { userId: admin });
  const needsAdmin = !hasAdmin(tenant, workspaceId, setting);
  if (needsAdmin && admin === null) refuse("last_workspace_admin", { workspaceIds: [workspaceId] });

  const doer = { ...given, actor, authority: "system" in actor ? "system" : "organization_admin" };
  const { description } = space;
  if (name !== space.name) happen(tenant, doer, { type: "workspace.updated", workspaceId, name, description });
  happen(tenant, doer, { type: "workspace.restored", workspaceId });
  tenant.workspaces.set(workspaceId, { ...space, name, isArchived: false });
  const heads = headCount(tenant, workspaceId);
  if (needsAdmin) give(tenant, doer, workspaceId, admin ?? "", Object.keys(setting.roles)[0] ?? "");
  if (headCount(tenant, workspaceId) > heads) mustFit(tenant, workspaceId, setting);
  return { workspaceId, name, description, newAdmin: needsAdmin ? admin : null };
}

function mustBeFree(tenant: Tenant, name: string, own: string): void {
  for (const [workspaceId, other] of tenant.workspaces) {
    if (workspaceId !== own && !other.isArchived && folded(other.name) === folded(name)) {
      refuse("workspace_name_taken", { workspaceId, name });
    }
  }
}

function mustHaveRoom(tenant: Tenant, { policy }: Setting): void {
  const limit = policy.limits.activeWorkspacesPerOrganization;
  const count = [...tenant.workspaces.values()].filter(({ isArchived }) => !isArchived).length + 1;
  if (limit !== undefined && count > limit) refuse("workspace_limit", { limit, count });
}
