import type * as Input from "../../../src/index.ts";
import { requireWorkspaceAdminsRemain } from "./admins-remain.ts";
import {
  isOrganizationAdmin,
  requireGrant,
  requireMembership,
  findActiveWorkspace,
  permissionsByRole,
} from "./authority.ts";
import { rolesOf, classifyItems } from "./batch.ts";
import { assignRole, unassignRole } from "./events.ts";
import { requireMemberCapacity } from "./limits.ts";
import { forbid, refuse } from "./refusal.ts";
import { copyOf, type CommandContext, roleOf, type Settings, type Organization, type Fields } from "./world.ts";

type Members = Input.AddMembersInput<string>;

export function addMembers(
  organization: Organization,
  input: Members,
  context: CommandContext,
  settings: Settings,
): Fields {
  const { workspaceId, actor, members, mode } = input;
  findActiveWorkspace(organization, workspaceId, actor);
  const roles = members.map(({ role }) => role);
  const eventContext = {
    ...context,
    actor,
    authority: requireGrant(roles, organization, workspaceId, actor, settings),
  };
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, role }) => {
    if (!organization.members.has(userId)) return { code: "not_organization_member", userId };
    const currentRole = roleOf(organization, workspaceId, userId);
    if (currentRole === undefined) return "accepted";
    return currentRole === role ? "unchanged" : { code: "role_conflict", userId, currentRole, requestedRole: role };
  });
  for (const { userId, role } of accepted) assignRole(organization, eventContext, workspaceId, userId, role);
  if (accepted.length > 0) requireMemberCapacity(organization, workspaceId, settings);
  return { added: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function changeRoles(
  organization: Organization,
  input: Members,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const { workspaceId, actor, members, mode } = input;
  const eventContext = { ...context, actor, authority: requireGrantOfRoles(organization, input, settings) };
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, role }) => {
    const current = roleOf(organization, workspaceId, userId);
    if (current === undefined) return { code: "not_workspace_member", userId };
    return current === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) assignRole(organization, eventContext, workspaceId, userId, role);
  requireWorkspaceAdminsRemain(before, organization, settings);
  return { changed: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function setMembers(
  organization: Organization,
  input: Members,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const { workspaceId, actor, members, mode } = input;
  const eventContext = { ...context, actor, authority: requireGrantOfRoles(organization, input, settings) };
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, role }) => {
    if (!organization.members.has(userId)) return { code: "not_organization_member", userId };
    return roleOf(organization, workspaceId, userId) === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) assignRole(organization, eventContext, workspaceId, userId, role);
  const added = accepted.filter(({ userId }) => roleOf(before, workspaceId, userId) === undefined);
  const changed = accepted.filter(({ userId }) => roleOf(before, workspaceId, userId) !== undefined);
  if (added.length > 0) requireMemberCapacity(organization, workspaceId, settings);
  requireWorkspaceAdminsRemain(before, organization, settings);
  return { added: rolesOf(added), changed: rolesOf(changed), unchanged: rolesOf(unchanged), rejected };
}

export function removeMembers(
  organization: Organization,
  input: Input.RemoveMembersInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const { workspaceId, actor, userIds, mode } = input;
  findActiveWorkspace(organization, workspaceId, actor);
  const authority = requireGrant(
    heldBy(userIds, organization, workspaceId),
    organization,
    workspaceId,
    actor,
    settings,
  );
  const { accepted, rejected } = classifyItems(userIds, mode, (userId) =>
    roleOf(organization, workspaceId, userId) === undefined ? { code: "not_workspace_member", userId } : "accepted",
  );
  const removed = accepted.map((userId) => ({
    userId,
    role: unassignRole(organization, { ...context, actor, authority }, workspaceId, userId),
  }));
  requireWorkspaceAdminsRemain(before, organization, settings);
  return { removed, unchanged: [], rejected };
}

export function leaveWorkspace(
  organization: Organization,
  input: Input.LeaveWorkspaceInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const { workspaceId, actor } = input;
  const { userId } = actor;
  findActiveWorkspace(organization, workspaceId, actor);
  if (roleOf(organization, workspaceId, userId) === undefined) refuse("not_workspace_member", { userId });
  const role = unassignRole(organization, { ...context, actor, authority: "workspace_member" }, workspaceId, userId);
  requireWorkspaceAdminsRemain(before, organization, settings);
  return { removed: [{ userId, role }], unchanged: [], rejected: [] };
}

export function undoAddMembers(
  organization: Organization,
  input: Input.UndoAddMembersInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const { actor, operationId } = input;
  requireMembership(organization, actor);
  const events = organization.events.filter((event) => event.operationId === operationId);
  requireRightToKnow(events, organization, actor, settings);
  if (events.length === 0 || events.some(({ type }) => type !== "workspace.member.added"))
    refuse("operation_not_undoable");
  const workspaceId = String(events[0]?.["workspaceId"]);
  findActiveWorkspace(organization, workspaceId, actor);

  const leaving: string[] = [];
  const rejected: Fields[] = [];
  for (const { sequence, ...event } of events) {
    const userId = String(event["userId"]);
    const isLater = (later: Fields) => later["workspaceId"] === workspaceId && later["userId"] === userId;
    const wasTouched = before.events.slice(sequence).some(isLater);
    if (roleOf(before, workspaceId, userId) === undefined) rejected.push({ code: "already_removed", userId });
    else if (wasTouched) rejected.push({ code: "changed_since", userId });
    else leaving.push(userId);
  }
  const authority = requireGrant(
    heldBy(leaving, organization, workspaceId),
    organization,
    workspaceId,
    actor,
    settings,
  );
  const eventContext = { ...context, actor, authority };
  const removed = leaving.map((userId) => ({
    userId,
    role: unassignRole(organization, eventContext, workspaceId, userId),
  }));
  requireWorkspaceAdminsRemain(before, organization, settings);
  return { removed, unchanged: [], rejected };
}

/** The actor must be able to grant both the new roles and those that they replace. */
function requireGrantOfRoles(
  organization: Organization,
  { workspaceId, actor, members }: Members,
  settings: Settings,
): string {
  findActiveWorkspace(organization, workspaceId, actor);
  const granted = members.map(({ role }) => role);
  const others = members.filter(({ userId, role }) => roleOf(organization, workspaceId, userId) !== role);
  const ending = heldBy(
    others.map(({ userId }) => userId),
    organization,
    workspaceId,
  );
  return requireGrant([...granted, ...ending], organization, workspaceId, actor, settings);
}

function heldBy(userIds: readonly string[], organization: Organization, workspaceId: string): readonly string[] {
  return userIds.map((userId) => roleOf(organization, workspaceId, userId)).filter((role) => role !== undefined);
}

/** Only organization admins, and managers of the workspace in which the operation took place, may learn what it was. */
function requireRightToKnow(
  events: Organization["events"],
  organization: Organization,
  actor: Input.ActorInput,
  settings: Settings,
): void {
  if (isOrganizationAdmin(organization, actor) || !("userId" in actor)) return;
  const workspaceIds = events.map((event) => event["workspaceId"]);
  const found = workspaceIds.find((workspaceId) => typeof workspaceId === "string") ?? "";
  if (!permissionsByRole(organization, found, actor.userId, settings).includes("members:manage"))
    forbid("members:manage");
}
