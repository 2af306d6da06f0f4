import type { RoleAssignmentEvent } from "./role-assignment-events.ts";
import type { RoleAssignment } from "./role-assignment.ts";

/** The assignment after an event about it; null after a removal. `sequence` is that of the event. */
export function evolveRoleAssignment(event: RoleAssignmentEvent, sequence: number): RoleAssignment | null {
  const { workspaceId, userId, role } = event;
  return event.type === "workspace.member.removed" ? null : { workspaceId, userId, role, sequence };
}
