import type { OrganizationEvent, RoleAssignmentEvent } from "workspace-roster";
import type { OrganizationDump } from "./organization-dump.ts";

type NewEvent = OrganizationEvent | RoleAssignmentEvent;

/** What must follow from removing people from an organization, worked out by the rules (O4, M9) from its state before. */
export interface Offboarded {
  readonly dump: OrganizationDump;
  /** In any order. */
  readonly newEvents: readonly NewEvent[];
  /** The active workspaces in which the removed people are the last admins, in byte order. */
  readonly orphaned: readonly string[];
}

/** Removes these people; the successor takes over the workspaces in which they were the last admins. */
export function offboarded(before: OrganizationDump, leaving: readonly string[], successor: string): Offboarded {
  const newEvents: object[] = [];
  const orphaned: string[] = [];
  const workspaces: Record<string, OrganizationDump["workspaces"][string]> = {};
  for (const [workspaceId, workspace] of Object.entries(before.workspaces)) {
    const roles: Record<string, string> = {};
    for (const [userId, role] of Object.entries(workspace.roles)) {
      if (!leaving.includes(userId)) roles[userId] = role;
      else newEvents.push({ type: "workspace.member.removed", workspaceId, userId, role });
    }
    if (workspace.status === "active" && !Object.values(roles).includes("admin")) {
      orphaned.push(workspaceId);
      const previousRole = roles[successor];
      const member = { workspaceId, userId: successor, role: "admin" };
      if (previousRole === undefined) newEvents.push({ type: "workspace.member.added", ...member });
      else newEvents.push({ type: "workspace.member.role_changed", ...member, previousRole });
      roles[successor] = "admin";
    }
    const held = Object.values(roles);
    const adminCount = held.filter((role) => role === "admin").length;
    workspaces[workspaceId] = { ...workspace, memberCount: held.length, adminCount, roles };
  }
  for (const userId of leaving) {
    newEvents.push({ type: "organization.member.removed", userId, role: before.members[userId]?.role });
  }
  const stays = ([userId]: readonly [string, unknown]): boolean => !leaving.includes(userId);
  const members = Object.fromEntries(Object.entries(before.members).filter(stays));
  // The ids are ASCII, so sort() puts them in byte order.
  return { dump: { members, workspaces }, newEvents: newEvents as NewEvent[], orphaned: orphaned.sort() };
}

/** All members, those with the most workspace roles first, and in the order of ids if equal. */
export function byRolesHeld({ members, workspaces }: OrganizationDump): readonly string[] {
  const held = Object.values(workspaces).flatMap(({ roles }) => Object.keys(roles));
  const countOf = (userId: string): number => held.filter((holder) => holder === userId).length;
  return Object.keys(members)
    .sort()
    .map((userId) => ({ userId, count: countOf(userId) }))
    .sort((left, right) => right.count - left.count)
    .map(({ userId }) => userId);
}
