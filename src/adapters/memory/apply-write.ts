import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { Write } from "../../application/ports/write.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { AssignmentEntry, OrganizationState } from "./organization-state.ts";
import { type SortedTable, sortedTable } from "./sorted-table.ts";

/** Changes one row. The write is frozen, and `writeHolds` was true for it. */
export function applyWrite(state: OrganizationState, write: Write): void {
  switch (write.table) {
    case "organization":
      state.organization = write.record;
      return;
    case "organization_member":
      if (write.kind === "put") putMember(state, write.record);
      else state.members.delete(write.key.userId);
      return;
    case "workspace":
      putWorkspace(state, write.record);
      return;
    case "role_assignment":
      if (write.kind === "put") putAssignment(state, write.record);
      else deleteAssignment(state, write.key);
      return;
  }
}

/** Stores a member. If the name changed, moves the member to the new place in the lists of their workspaces. */
function putMember(state: OrganizationState, { nameKey, words, ...member }: OrganizationMemberRecord): void {
  const { userId } = member;
  const isRenamed = state.members.get(userId)?.nameKey !== nameKey;
  state.members.put({ id: userId, nameKey, words, member: Object.freeze(member) });
  if (!isRenamed) return;
  for (const workspaceId of state.workspacesOf.get(userId) ?? []) {
    const entry = state.assignments.get(workspaceId)?.get(userId);
    if (entry !== undefined) state.assignments.get(workspaceId)?.put({ ...entry, nameKey });
  }
}

/** Stores a workspace. An active one can also be found by its name key. */
function putWorkspace(state: OrganizationState, { nameKey, words, ...workspace }: WorkspaceRecord): void {
  const { workspaceId, status } = workspace;
  const before = state.workspaces.get(workspaceId);
  if (before !== undefined) removeFrom(state.activeByName, before.nameKey, workspaceId);
  if (status === "active") addTo(state.activeByName, nameKey, workspaceId);
  state.workspaces.put({ id: workspaceId, nameKey, words, workspace: Object.freeze(workspace) });
}

/** Stores an assignment under its member's name. A batch puts members before assignments, so the name is known. */
function putAssignment(state: OrganizationState, assignment: RoleAssignment): void {
  const { workspaceId, userId } = assignment;
  const nameKey = state.members.get(userId)?.nameKey ?? "";
  assignmentsOf(state, workspaceId).put({ id: userId, nameKey, assignment });
  addTo(state.workspacesOf, userId, workspaceId);
}

function deleteAssignment(
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

function addTo<Key, Value>(groups: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([value]));
  else group.add(value);
}

function removeFrom<Key, Value>(groups: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const group = groups.get(key);
  group?.delete(value);
  if (group?.size === 0) groups.delete(key);
}
