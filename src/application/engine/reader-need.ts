import type { Actor } from "../../domain/values/actor.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { Need } from "../ports/need.ts";

/** The rows that tell what a reader may see: who they are, and their part in the workspace in question, if any. */
export function readerNeed(actor: Actor, workspaceId: WorkspaceId | null): Partial<Need> {
  const members = "userId" in actor ? [actor.userId] : [];
  if (workspaceId === null) return { members };
  return { members, workspaces: [workspaceId], assignments: [{ workspaceId, userIds: members }] };
}
