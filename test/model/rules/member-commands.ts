import type * as Input from "../../../src/index.ts";
import { workspaceAdminsMustRemain } from "./admins-remain.ts";
import { isOrganizationAdmin, mustBeAbleToGrant, mustBelong, mustFindActive, permissionsByRole } from "./authority.ts";
import { rolesOf, sortOut } from "./batch.ts";
import { give, take } from "./events.ts";
import { mustFit } from "./limits.ts";
import { forbid, refuse } from "./refusal.ts";
import { copyOf, type Given, roleOf, type Setting, type Tenant, type Told } from "./world.ts";

type Members = Input.AddMembersInput<string>;

export function addMembers(tenant: Tenant, input: Members, given: Given, setting: Setting): Told {
  const { workspaceId, actor, members, mode } = input;
  mustFindActive(tenant, workspaceId, actor);
  const roles = members.map(({ role }) => role);
  const doer = { ...given, actor, authority: mustBeAbleToGrant(roles, tenant, workspaceId, actor, setting) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, role }) => {
    if (!tenant.members.has(userId)) return { code: "not_organization_member", userId };
    const currentRole = roleOf(tenant, workspaceId, userId);
    if (currentRole === undefined) return "accepted";
    return currentRole === role ? "unchanged" : { code: "role_conflict", userId, currentRole, requestedRole: role };
  });
  for (const { userId, role } of accepted) give(tenant, doer, workspaceId, userId, role);
  if (accepted.length > 0) mustFit(tenant, workspaceId, setting);
  return { added: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function changeRoles(tenant: Tenant, input: Members, given: Given, setting: Setting): Told {
  const before = copyOf(tenant);
  const { workspaceId, actor, members, mode } = input;
  const doer = { ...given, actor, authority: mustManage(tenant, input, setting) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, role }) => {
    const current = roleOf(tenant, workspaceId, userId);
    if (current === undefined) return { code: "not_workspace_member", userId };
    return current === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) give(tenant, doer, workspaceId, userId, role);
  workspaceAdminsMustRemain(before, tenant, setting);
  return { changed: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function setMembers(tenant: Tenant, input: Members, given: Given, setting: Setting): Told {
  const before = copyOf(tenant);
  const { workspaceId, actor, members, mode } = input;
  const doer = { ...given, actor, authority: mustManage(tenant, input, setting) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, role }) => {
    if (!tenant.members.has(userId)) return { code: "not_organization_member", userId };
    return roleOf(tenant, workspaceId, userId) === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) give(tenant, doer, workspaceId, userId, role);
  const added = accepted.filter(({ userId }) => roleOf(before, workspaceId, userId) === undefined);
  const changed = accepted.filter(({ userId }) => roleOf(before, workspaceId, userId) !== undefined);
  if (added.length > 0) mustFit(tenant, workspaceId, setting);
  workspaceAdminsMustRemain(before, tenant, setting);
  return { added: rolesOf(added), changed: rolesOf(changed), unchanged: rolesOf(unchanged), rejected };
}

export function removeMembers(tenant: Tenant, input: Input.RemoveMembersInput, given: Given, setting: Setting): Told {
  const before = copyOf(tenant);
  const { workspaceId, actor, userIds, mode } = input;
  mustFindActive(tenant, workspaceId, actor);
  const authority = mustBeAbleToGrant(heldBy(userIds, tenant, workspaceId), tenant, workspaceId, actor, setting);
  const { accepted, rejected } = sortOut(userIds, mode, (userId) =>
    roleOf(tenant, workspaceId, userId) === undefined ? { code: "not_workspace_member", userId } : "accepted",
  );
  const removed = accepted.map((userId) => ({
    userId,
    role: take(tenant, { ...given, actor, authority }, workspaceId, userId),
  }));
  workspaceAdminsMustRemain(before, tenant, setting);
  return { removed, unchanged: [], rejected };
}

export function leaveWorkspace(tenant: Tenant, input: Input.LeaveWorkspaceInput, given: Given, setting: Setting): Told {
  const before = copyOf(tenant);
  const { workspaceId, actor } = input;
  const { userId } = actor;
  mustFindActive(tenant, workspaceId, actor);
  if (roleOf(tenant, workspaceId, userId) === undefined) refuse("not_workspace_member", { userId });
  const role = take(tenant, { ...given, actor, authority: "workspace_member" }, workspaceId, userId);
  workspaceAdminsMustRemain(before, tenant, setting);
  return { removed: [{ userId, role }], unchanged: [], rejected: [] };
}

export function undoAddMembers(tenant: Tenant, input: Input.UndoAddMembersInput, given: Given, setting: Setting): Told {
  const before = copyOf(tenant);
  const { actor, operationId } = input;
  mustBelong(tenant, actor);
  const events = tenant.events.filter((event) => event.operationId === operationId);
  mayKnowOf(events, tenant, actor, setting);
  if (events.length === 0 || events.some(({ type }) => type !== "workspace.member.added"))
    refuse("operation_not_undoable");
  const workspaceId = String(events[0]?.["workspaceId"]);
  mustFindActive(tenant, workspaceId, actor);

  const leaving: string[] = [];
  const rejected: Told[] = [];
  for (const { sequence, ...event } of events) {
    const userId = String(event["userId"]);
    const isLater = (later: Told) => later["workspaceId"] === workspaceId && later["userId"] === userId;
    const wasTouched = before.events.slice(sequence).some(isLater);
    if (roleOf(before, workspaceId, userId) === undefined) rejected.push({ code: "already_removed", userId });
    else if (wasTouched) rejected.push({ code: "changed_since", userId });
    else leaving.push(userId);
  }
  const authority = mustBeAbleToGrant(heldBy(leaving, tenant, workspaceId), tenant, workspaceId, actor, setting);
  const doer = { ...given, actor, authority };
  const removed = leaving.map((userId) => ({ userId, role: take(tenant, doer, workspaceId, userId) }));
  workspaceAdminsMustRemain(before, tenant, setting);
  return { removed, unchanged: [], rejected };
}

/** To give a role, and to put it in the place of another one. */
function mustManage(tenant: Tenant, { workspaceId, actor, members }: Members, setting: Setting): string {
  mustFindActive(tenant, workspaceId, actor);
  const given = members.map(({ role }) => role);
  const others = members.filter(({ userId, role }) => roleOf(tenant, workspaceId, userId) !== role);
  const ending = heldBy(
    others.map(({ userId }) => userId),
    tenant,
    workspaceId,
  );
  return mustBeAbleToGrant([...given, ...ending], tenant, workspaceId, actor, setting);
}

function heldBy(userIds: readonly string[], tenant: Tenant, workspaceId: string): readonly string[] {
  return userIds.map((userId) => roleOf(tenant, workspaceId, userId)).filter((role) => role !== undefined);
}

/** What an operation was is for organization admins and for those who manage the members where it was. */
function mayKnowOf(events: Tenant["events"], tenant: Tenant, actor: Input.ActorInput, setting: Setting): void {
  if (isOrganizationAdmin(tenant, actor) || !("userId" in actor)) return;
  const places = events.map((event) => event["workspaceId"]);
  const place = places.find((workspaceId) => typeof workspaceId === "string") ?? "";
  if (!permissionsByRole(tenant, place, actor.userId, setting).includes("members:manage")) forbid("members:manage");
}
