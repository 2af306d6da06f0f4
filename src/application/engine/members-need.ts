import type { Actor } from "../../domain/values/actor.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Need } from "../ports/need.ts";

/** What every command about members of one workspace needs: who they and the actor are, and their roles there. */
export function membersNeed(workspaceId: WorkspaceId, actor: Actor, users: readonly UserId[]): Partial<Need> {
  // Sorted once here, so that a store need not do it for each table.
  const userIds = [...new Set([...actorIds(actor), ...users])].sort();
  return { members: userIds, workspaces: [workspaceId], assignments: [{ workspaceId, userIds }] };
}

/** The user behind the actor, as a list to spread; a system is no user. */
export function actorIds(actor: Actor): readonly UserId[] {
  return "userId" in actor ? [actor.userId] : [];
}
