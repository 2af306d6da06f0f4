import type { OrganizationState } from "./organization-state.ts";

/** Deletes at most `limit` records of commands that were stored before a time, and answers how many. */
export function pruneCommandRecords(organizations: Iterable<OrganizationState>, before: string, limit: number): number {
  let deleted = 0;
  for (const { commands } of organizations) {
    for (const { key, at } of commands.values()) {
      if (deleted >= limit) return deleted;
      if (at < before && commands.delete(key)) deleted += 1;
    }
  }
  return deleted;
}
