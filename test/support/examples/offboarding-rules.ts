import type { NewEvent } from "workspace-roster";
import type { Picture } from "./import-picture.ts";

/** What the rules say of removing people from an organization (O4, M9), worked out from all of it before. */
export interface Offboarded {
  readonly picture: Picture;
  /** In no order that means anything. */
  readonly happenings: readonly NewEvent[];
  /** The active workspaces in which the removed are the last admins, in byte order. */
  readonly orphaned: readonly string[];
}

/** The removal of these people, with the successor taking over where they were the last admins. */
export function offboarded(before: Picture, leaving: readonly string[], successor: string): Offboarded {
  const happenings: object[] = [];
  const orphaned: string[] = [];
  const workspaces: Record<string, Picture["workspaces"][string]> = {};
  for (const [workspaceId, workspace] of Object.entries(before.workspaces)) {
    const roles: Record<string, string> = {};
    for (const [userId, role] of Object.entries(workspace.roles)) {
      if (!leaving.includes(userId)) roles[userId] = role;
      else happenings.push({ type: "workspace.member.removed", workspaceId, userId, role });
    }
    if (workspace.status === "active" && !Object.values(roles).includes("admin")) {
      orphaned.push(workspaceId);
      const previousRole = roles[successor];
      const member = { workspaceId, userId: successor, role: "admin" };
      if (previousRole === undefined) happenings.push({ type: "workspace.member.added", ...member });
      else happenings.push({ type: "workspace.member.role_changed", ...member, previousRole });
      roles[successor] = "admin";
    }
    const held = Object.values(roles);
    const adminCount = held.filter((role) => role === "admin").length;
    workspaces[workspaceId] = { ...workspace, memberCount: held.length, adminCount, roles };
  }
  for (const userId of leaving) {
    happenings.push({ type: "organization.member.removed", userId, role: before.members[userId]?.role });
  }
  const stays = ([userId]: readonly [string, unknown]): boolean => !leaving.includes(userId);
  const members = Object.fromEntries(Object.entries(before.members).filter(stays));
  // The ids here are ASCII, so that this order is the one by bytes.
  return { picture: { members, workspaces }, happenings: happenings as NewEvent[], orphaned: orphaned.sort() };
}

/** Everybody, whoever holds most roles first; equals by their ids. */
export function byRolesHeld({ members, workspaces }: Picture): readonly string[] {
  const held = Object.values(workspaces).flatMap(({ roles }) => Object.keys(roles));
  const countOf = (userId: string): number => held.filter((holder) => holder === userId).length;
  return Object.keys(members)
    .sort()
    .map((userId) => ({ userId, count: countOf(userId) }))
    .sort((left, right) => right.count - left.count)
    .map(({ userId }) => userId);
}
