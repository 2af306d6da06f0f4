import type { Brand } from "../values/brand.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";

/** Having one is being a member of the workspace. */
export interface RoleAssignment {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly role: string;
  /** The event that gave this role: who gave it, when, and in which operation is told there. */
  readonly sequence: number;
}

/** The workspace and the user of a role assignment as one string. */
export type AssignmentKey = Brand<string, "AssignmentKey">;

/** One string for (workspace, user). No id contains NUL, so two pairs never share a key. */
export function assignmentKey(workspaceId: WorkspaceId, userId: UserId): AssignmentKey {
  return `${workspaceId}\u0000${userId}` as AssignmentKey;
}
