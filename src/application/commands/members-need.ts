import type { Actor } from "../../domain/shared/actor.ts";
import type { UserId, WorkspaceId } from "../../domain/shared/ids.ts";
import type { Need } from "../ports/need.ts";
import { actorIds } from "./actor-ids.ts";

/** What every command about members of one workspace needs: who they and the actor are, and their roles there. */
export function membersNeed(workspaceId: WorkspaceId, actor: Actor, users: readonly UserId[]): Partial<Need> {
  const userIds = [...actorIds(actor), ...users];
  return { members: userIds, workspaces: [workspaceId], assignments: [{ workspaceId, userIds }] };
}
