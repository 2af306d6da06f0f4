import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { addTo, removeFrom } from "./grouped.ts";
import type { AssignmentEntry, OrganizationState } from "./organization-state.ts";
import { type SortedTable, sortedTable } from "./sorted-table.ts";

/** Stores an assignment at the place of its member's name. A batch puts members before assignments, so the name is known. */
export function putAssignment(state: OrganizationState, assignment: RoleAssignment): void {
  const { workspaceId, userId } = assignment;
  const nameKey = state.members.get(userId)?.nameKey ?? "";
  assignmentsOf(state, workspaceId).put({ id: userId, nameKey, assignment });
  addTo(state.workspacesOf, userId, workspaceId);
}

/** Removes an assignment. */
export function deleteAssignment(
  state: OrganizationState,
  { workspaceId, userId }: { readonly workspaceId: WorkspaceId; readonly userId: UserId },
): void {
  state.assignments.get(workspaceId)?.delete(userId);
  removeFrom(state.workspacesOf, userId, workspaceId);
}

function assignmentsOf(state: OrganizationState, workspaceId: WorkspaceId): SortedTable<AssignmentEntry> {
  const table = state.assignments.get(workspaceId) ?? sortedTable<AssignmentEntry>();
  state.assignments.set(workspaceId, table);
  return table;
}
