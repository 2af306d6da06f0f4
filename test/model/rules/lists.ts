import type { ListCall } from "../../support/property/queries.ts";
import { hasAdmin } from "./admins-remain.ts";
import { mustAdministerOrganization, mustFind, mustFindActive, isOrganizationAdmin, mustHave } from "./authority.ts";
import { forbid } from "./refusal.ts";
import { inListOrder, matches } from "./text.ts";
import { headCount, type Person, roleOf, type Setting, type Space, type Tenant, type Told } from "./world.ts";

/** All items of a list in their order, for whoever may see it (rule A5). */
export function listed(tenant: Tenant, call: ListCall, setting: Setting): readonly Told[] {
  switch (call.query) {
    case "listMembers": {
      const { workspaceId, actor, search, role = null } = call.input;
      const { isArchived } = mustFind(tenant, workspaceId, actor);
      const isThere = "userId" in actor && roleOf(tenant, workspaceId, actor.userId) !== undefined && !isArchived;
      if (!isThere && !isOrganizationAdmin(tenant, actor)) forbid("workspace:member");
      return people(tenant, search)
        .map(([userId, person]) => ({ person, userId, role: roleOf(tenant, workspaceId, userId) }))
        .filter((held) => held.role !== undefined && (role === null || held.role === role))
        .map((held) => ({ ...shown(held.userId, held.person), role: held.role, organizationRole: held.person.role }));
    }
    case "candidates": {
      const { workspaceId, actor, search } = call.input;
      mustFindActive(tenant, workspaceId, actor);
      mustHave("members:manage", tenant, workspaceId, actor, setting);
      return people(tenant, search).map(([userId, person]) => ({
        ...shown(userId, person),
        organizationRole: person.role,
        currentRole: roleOf(tenant, workspaceId, userId) ?? null,
      }));
    }
    case "listOrganizationMembers": {
      const { actor, search, role = null } = call.input;
      mustAdministerOrganization(tenant, actor);
      return people(tenant, search)
        .filter(([, person]) => role === null || person.role === role)
        .map(([userId, person]) => ({ ...shown(userId, person), role: person.role }));
    }
    case "listWorkspaces": {
      const { actor, search, includeArchived = false } = call.input;
      mustAdministerOrganization(tenant, actor);
      return spaces(tenant, search)
        .filter(([, { isArchived }]) => includeArchived || !isArchived)
        .map(([workspaceId, { name, description, isArchived, createdAt }]) => ({
          workspaceId,
          name,
          description,
          status: isArchived ? "archived" : "active",
          memberCount: headCount(tenant, workspaceId),
          adminCount: adminCount(tenant, workspaceId, setting),
          createdAt,
        }));
    }
    case "workspacesOf": {
      const { userId } = call.input;
      return spaces(tenant, "")
        .map(([workspaceId, space]) => ({ workspaceId, space, role: roleOf(tenant, workspaceId, userId) }))
        .filter(({ space, role }) => !space.isArchived && role !== undefined)
        .map(({ workspaceId, space: { name, description }, role }) => ({ workspaceId, name, description, role }));
    }
    case "events": {
      const { actor, after, workspaceId = null, userId = null, operationId = null } = call.input;
      mayReadEvents(tenant, workspaceId, actor, setting);
      return tenant.events.filter(
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

function mayReadEvents(tenant: Tenant, workspaceId: string | null, actor: Reader, setting: Setting): void {
  if (workspaceId === null) {
    mustAdministerOrganization(tenant, actor);
    return;
  }
  const { isArchived } = mustFind(tenant, workspaceId, actor);
  if (isOrganizationAdmin(tenant, actor)) return;
  mustHave("members:manage", tenant, workspaceId, actor, setting);
  if (isArchived) forbid("members:manage");
}

function people(tenant: Tenant, search: string | undefined): readonly (readonly [string, Person])[] {
  const found = [...tenant.members].filter(([, { displayName, email }]) => matches(search, displayName, email));
  return inListOrder(
    found,
    ([, { displayName }]) => displayName,
    ([userId]) => userId,
  );
}

function spaces(tenant: Tenant, search: string | undefined): readonly (readonly [string, Space])[] {
  const found = [...tenant.workspaces].filter(([, { name }]) => matches(search, name, null));
  return inListOrder(
    found,
    ([, { name }]) => name,
    ([workspaceId]) => workspaceId,
  );
}

function shown(userId: string, { displayName, email }: Person): Told {
  return { userId, displayName, email };
}

function adminCount(tenant: Tenant, workspaceId: string, setting: Setting): number {
  return tenant.assignments.filter((held) =>
    hasAdmin({ ...tenant, assignments: held.workspaceId === workspaceId ? [held] : [] }, workspaceId, setting),
  ).length;
}
