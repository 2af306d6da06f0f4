import type { Actor } from "../../domain/values/actor.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Need } from "../ports/need.ts";

/** The rows for a command about members of one workspace: the actor and the users, and their roles there. */
export function membersNeed(workspaceId: WorkspaceId, actor: Actor, users: readonly UserId[]): Partial<Need> {
  // Sorted once here, so that a store need not do it for each table.
  const userIds = [...new Set([...actorIds(actor), ...users])].sort();
  return { members: userIds, workspaces: [workspaceId], assignments: [{ workspaceId, userIds }] };
}

/** The rows that authorize a reader: their membership and, for a query about a workspace, their role there. */
export function readerNeed(actor: Actor, workspaceId: WorkspaceId | null): Partial<Need> {
  return workspaceId === null ? { members: actorIds(actor) } : membersNeed(workspaceId, actor, []);
}

/** The actor's user id as a list to spread; empty for a system. */
export function actorIds(actor: Actor): readonly UserId[] {
  return "userId" in actor ? [actor.userId] : [];
}
