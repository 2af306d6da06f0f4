import { assignmentsOf, changeRoleCount, type Draft } from "../facts/draft.ts";
import { assignmentKey } from "./role-assignment.ts";
import type { RoleAssignmentEvent } from "./role-assignment-events.ts";

export function evolveRoleAssignment(draft: Draft, event: RoleAssignmentEvent, sequence: number): void {
  const { workspaceId, userId, role } = event;
  const key = assignmentKey(workspaceId, userId);

  switch (event.type) {
    case "workspace.member.added":
      assignmentsOf(draft).set(key, { workspaceId, userId, role, sequence });
      return changeRoleCount(draft, workspaceId, role, 1);
    case "workspace.member.role_changed":
      assignmentsOf(draft).set(key, { workspaceId, userId, role, sequence });
      changeRoleCount(draft, workspaceId, event.previousRole, -1);
      return changeRoleCount(draft, workspaceId, role, 1);
    case "workspace.member.removed":
      assignmentsOf(draft).delete(key);
      return changeRoleCount(draft, workspaceId, role, -1);
  }
}
