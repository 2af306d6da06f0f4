import type { RoleAssignmentEvent } from "./role-assignment-events.ts";
import type { Brand, UserId, WorkspaceId } from "../values/ids.ts";

/** The role of one user in one workspace. A user with a role assignment is a member of the workspace. */
export interface RoleAssignment {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly role: string;
  /** The sequence of the event that gave this role; the event says who gave it, when, and in which operation. */
  readonly sequence: number;
}

/** The workspace and the user of a role assignment as one string. */
export type AssignmentKey = Brand<string, "AssignmentKey">;

/** Joins the two ids by NUL. No id contains NUL, so different pairs have different keys. */
export function assignmentKey(workspaceId: WorkspaceId, userId: UserId): AssignmentKey {
  return `${workspaceId}\u0000${userId}` as AssignmentKey;
}

/** A user and a workspace role: requested by a command, or listed in its outcome. */
export interface MemberRole<Role extends string = string> {
  readonly userId: UserId;
  readonly role: Role;
}

/** The assignment after an event about it; null after a removal. `sequence` is that of the event. */
export function evolveRoleAssignment(event: RoleAssignmentEvent, sequence: number): RoleAssignment | null {
  const { workspaceId, userId, role } = event;
  return event.type === "workspace.member.removed" ? null : { workspaceId, userId, role, sequence };
}
