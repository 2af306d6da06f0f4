import { changeWorkspace, type Draft } from "../shared/draft.ts";
import { countRole } from "../workspace/role-counts.ts";
import { assignmentKey } from "./role-assignment.ts";
import type { RoleAssignmentEvent } from "./role-assignment-events.ts";

export function evolveRoleAssignment(draft: Draft, event: RoleAssignmentEvent, sequence: number): void {
  const { workspaceId, userId, role } = event;
  const key = assignmentKey(workspaceId, userId);
  const count = (counted: string, change: number): void =>
    changeWorkspace(draft, workspaceId, ({ roleCounts }) => ({ roleCounts: countRole(roleCounts, counted, change) }));

  switch (event.type) {
    case "workspace.member.added":
      draft.assignments.set(key, { workspaceId, userId, role, sequence });
      return count(role, 1);
    case "workspace.member.role_changed":
      draft.assignments.set(key, { workspaceId, userId, role, sequence });
      count(event.previousRole, -1);
      return count(role, 1);
    case "workspace.member.removed":
      draft.assignments.delete(key);
      return count(role, -1);
  }
}
