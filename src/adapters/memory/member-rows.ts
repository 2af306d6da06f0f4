import type { OrganizationMemberRecord } from "../../application/ports/records.ts";
import type { OrganizationState } from "./organization-state.ts";

/** Stores a member, and moves them to the place of their name in the lists of their workspaces. */
export function putMember(state: OrganizationState, { nameKey, words, ...member }: OrganizationMemberRecord): void {
  const { userId } = member;
  const renamed = state.members.get(userId)?.nameKey !== nameKey;
  state.members.put({ id: userId, nameKey, words, member: Object.freeze(member) });
  if (!renamed) return;
  for (const workspaceId of state.workspacesOf.get(userId) ?? []) {
    const entry = state.assignments.get(workspaceId)?.get(userId);
    if (entry !== undefined) state.assignments.get(workspaceId)?.put({ ...entry, nameKey });
  }
}
