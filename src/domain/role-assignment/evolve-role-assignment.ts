import { changeWorkspace, type Draft } from "../shared/draft.ts";
import { countRole } from "../workspace/role-counts.ts";
import { assignmentKey } from "./role-assignment.ts";
import type { WorkspaceMemberAdded } from "./role-assignment-events.ts";

export function evolveWorkspaceMemberAdded(draft: Draft, event: WorkspaceMemberAdded, sequence: number): void {
  const { workspaceId, userId, role } = event;
  draft.assignments.set(assignmentKey(workspaceId, userId), { workspaceId, userId, role, sequence });
  changeWorkspace(draft, workspaceId, ({ roleCounts }) => ({ roleCounts: countRole(roleCounts, role, 1) }));
}
