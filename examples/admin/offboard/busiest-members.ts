import { err, ok, type Result } from "neverthrow";
import type { Roster, RosterError } from "workspace-roster";
import { offboarder } from "../actors.ts";
import { allItems, maxPageSize } from "../all-items.ts";

/** The people with the most roles in workspaces, archived ones included; busiest first, and in the order of ids if equal. */
export async function busiestMembers(
  roster: Roster,
  organizationId: string,
  count: number,
  successor: string | null,
): Promise<Result<readonly string[], RosterError>> {
  const reader = { organizationId, actor: offboarder, limit: maxPageSize };
  const workspaces = await allItems((after) => roster.listWorkspaces({ ...reader, includeArchived: true, after }));
  if (workspaces.isErr()) return err(workspaces.error);

  const roles = new Map<string, number>();
  for (const { workspaceId } of workspaces.value) {
    const members = await allItems((after) => roster.listMembers({ ...reader, workspaceId, after }));
    if (members.isErr()) return err(members.error);
    for (const { userId } of members.value) roles.set(userId, (roles.get(userId) ?? 0) + 1);
  }
  const ranked = [...roles]
    .filter(([userId]) => userId !== successor)
    .sort(([leftId, left], [rightId, right]) => right - left || (leftId < rightId ? -1 : 1));
  return ok(ranked.slice(0, count).map(([userId]) => userId));
}
