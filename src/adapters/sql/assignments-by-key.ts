import type { Need } from "../../application/ports/need.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { sortedKeys } from "./sorted-keys.ts";

export interface AssignmentKey {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
}

/** The assignments needed by workspace and user, each once, without those of users whose assignments are all loaded anyway. */
export function assignmentsByKey({
  assignments,
  allAssignmentsOf,
  maxAssignments,
}: Pick<Need, "assignments" | "allAssignmentsOf" | "maxAssignments">): readonly AssignmentKey[] {
  const loadedInFull = new Set(maxAssignments === null ? allAssignmentsOf : []);
  const byKey: AssignmentKey[] = [];
  for (const [workspaceId, userIds] of byWorkspace(assignments)) {
    for (const userId of sortedKeys(userIds)) if (!loadedInFull.has(userId)) byKey.push({ workspaceId, userId });
  }
  return byKey;
}

function byWorkspace(wanted: Need["assignments"]): ReadonlyMap<WorkspaceId, readonly UserId[]> {
  const grouped = new Map<WorkspaceId, readonly UserId[]>();
  for (const { workspaceId, userIds } of wanted) {
    const known = grouped.get(workspaceId);
    grouped.set(workspaceId, known === undefined ? userIds : [...known, ...userIds]);
  }
  return grouped;
}
