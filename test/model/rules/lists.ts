import type { ListCall } from "../../support/property/queries.ts";
import { hasAdmin } from "./admins-remain.ts";
import {
  requireOrganizationAdmin,
  findWorkspace,
  findActiveWorkspace,
  isOrganizationAdmin,
  requirePermission,
} from "./authority.ts";
import { forbid } from "./refusal.ts";
import { inListOrder, matches } from "./text.ts";
import {
  memberCount,
  type Member,
  roleOf,
  type Settings,
  type Workspace,
  type Organization,
  type Fields,
} from "./world.ts";

/** All items of a list in order, if the actor may see them (rule A5). */
export function listed(organization: Organization, call: ListCall, settings: Settings): readonly Fields[] {
  switch (call.query) {
    case "listMembers": {
      const { workspaceId, actor, search, role = null } = call.input;
      const { isArchived } = findWorkspace(organization, workspaceId, actor);
      const isWorkspaceMember =
        "userId" in actor && roleOf(organization, workspaceId, actor.userId) !== undefined && !isArchived;
      if (!isWorkspaceMember && !isOrganizationAdmin(organization, actor)) forbid("workspace:member");
      return matchingMembers(organization, search)
        .map(([userId, person]) => ({ person, userId, role: roleOf(organization, workspaceId, userId) }))
        .filter((held) => held.role !== undefined && (role === null || held.role === role))
        .map((held) => ({
          ...personOf(held.userId, held.person),
          role: held.role,
          organizationRole: held.person.role,
        }));
    }
    case "candidates": {
      const { workspaceId, actor, search } = call.input;
      findActiveWorkspace(organization, workspaceId, actor);
      requirePermission("members:manage", organization, workspaceId, actor, settings);
      return matchingMembers(organization, search).map(([userId, person]) => ({
        ...personOf(userId, person),
        organizationRole: person.role,
        currentRole: roleOf(organization, workspaceId, userId) ?? null,
      }));
    }
    case "listOrganizationMembers": {
      const { actor, search, role = null } = call.input;
      requireOrganizationAdmin(organization, actor);
      return matchingMembers(organization, search)
        .filter(([, person]) => role === null || person.role === role)
        .map(([userId, person]) => ({ ...personOf(userId, person), role: person.role }));
    }
    case "listWorkspaces": {
      const { actor, search, includeArchived = false } = call.input;
      requireOrganizationAdmin(organization, actor);
      return matchingWorkspaces(organization, search)
        .filter(([, { isArchived }]) => includeArchived || !isArchived)
        .map(([workspaceId, { name, description, isArchived, createdAt }]) => ({
          workspaceId,
          name,
          description,
          status: isArchived ? "archived" : "active",
          memberCount: memberCount(organization, workspaceId),
          adminCount: adminCount(organization, workspaceId, settings),
          createdAt,
        }));
    }
    case "workspacesOf": {
      const { userId } = call.input;
      return matchingWorkspaces(organization, "")
        .map(([workspaceId, workspace]) => ({
          workspaceId,
          workspace,
          role: roleOf(organization, workspaceId, userId),
        }))
        .filter(({ workspace, role }) => !workspace.isArchived && role !== undefined)
        .map(({ workspaceId, workspace: { name, description }, role }) => ({ workspaceId, name, description, role }));
    }
    case "events": {
      const { actor, after, workspaceId = null, userId = null, operationId = null } = call.input;
      requireEventReader(organization, workspaceId, actor, settings);
      return organization.events.filter(
        (event) =>
          event.sequence > Number(after ?? 0) &&
          (workspaceId === null || event["workspaceId"] === workspaceId) &&
          (userId === null || event["userId"] === userId) &&
          (operationId === null || event.operationId === operationId),
      );
    }
  }
}

type Reader = Parameters<typeof isOrganizationAdmin>[1];

function requireEventReader(
  organization: Organization,
  workspaceId: string | null,
  actor: Reader,
  settings: Settings,
): void {
  if (workspaceId === null) {
    requireOrganizationAdmin(organization, actor);
    return;
  }
  const { isArchived } = findWorkspace(organization, workspaceId, actor);
  if (isOrganizationAdmin(organization, actor)) return;
  requirePermission("members:manage", organization, workspaceId, actor, settings);
  if (isArchived) forbid("members:manage");
}

function matchingMembers(
  organization: Organization,
  search: string | undefined,
): readonly (readonly [string, Member])[] {
  const found = [...organization.members].filter(([, { displayName, email }]) => matches(search, displayName, email));
  return inListOrder(
    found,
    ([, { displayName }]) => displayName,
    ([userId]) => userId,
  );
}

function matchingWorkspaces(
  organization: Organization,
  search: string | undefined,
): readonly (readonly [string, Workspace])[] {
  const found = [...organization.workspaces].filter(([, { name }]) => matches(search, name, null));
  return inListOrder(
    found,
    ([, { name }]) => name,
    ([workspaceId]) => workspaceId,
  );
}

function personOf(userId: string, { displayName, email }: Member): Fields {
  return { userId, displayName, email };
}

function adminCount(organization: Organization, workspaceId: string, settings: Settings): number {
  return organization.assignments.filter((held) =>
    hasAdmin({ ...organization, assignments: held.workspaceId === workspaceId ? [held] : [] }, workspaceId, settings),
  ).length;
}
