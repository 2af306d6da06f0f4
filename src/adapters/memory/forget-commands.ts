import type { OrganizationState } from "./organization-state.ts";

/** Deletes at most `limit` records of commands that were stored before a time, and answers how many. */
export function forgetCommands(organizations: Iterable<OrganizationState>, before: string, limit: number): number {
  let forgotten = 0;
  for (const { commands } of organizations) {
    for (const { key, at } of commands.values()) {
      if (forgotten >= limit) return forgotten;
      if (at < before && commands.delete(key)) forgotten += 1;
    }
  }
  return forgotten;
}
