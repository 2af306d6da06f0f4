import { sortedByBytes } from "../values/byte-order.ts";
import { isAdminRole, type WorkspaceRoles } from "./workspace-roles.ts";

/** The number of members of a workspace by role, sorted by role. A role that nobody holds is absent. */
export type RoleCounts = readonly (readonly [role: string, holders: number])[];

/** The counts after a change in the number of holders of one role. */
export function countRole(counts: RoleCounts, role: string, change: number): RoleCounts {
  const others = counts.filter(([counted]) => counted !== role);
  const holders = holdersOf(counts, role) + change;
  if (holders === 0) return others;
  return sortedByBytes([...others, [role, holders] as const], ([counted]) => counted);
}

/** How many members the workspace has. */
export function memberCount(counts: RoleCounts): number {
  return counts.reduce((sum, [, holders]) => sum + holders, 0);
}

/** How many members are admins, which means that their role has `members:manage` (rule A6). */
export function adminCount(counts: RoleCounts, roles: WorkspaceRoles): number {
  return memberCount(counts.filter(([role]) => isAdminRole(roles, role)));
}

function holdersOf(counts: RoleCounts, role: string): number {
  return counts.find(([counted]) => counted === role)?.[1] ?? 0;
}
