import type { Need } from "../../application/ports/need.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { sortedKeys } from "./sorted-keys.ts";

export interface AskedAssignment {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
}

/** The assignments asked for by workspace and user, each once, without those of users all of whose are given. */
export function askedAssignments({
  assignments,
  allAssignmentsOf: assignmentsOf,
  maxAssignments: maxAssignments,
}: Pick<Need, "assignments" | "allAssignmentsOf" | "maxAssignments">): readonly AskedAssignment[] {
  const given = new Set(maxAssignments === null ? assignmentsOf : []);
  const asked: AskedAssignment[] = [];
  for (const [workspaceId, userIds] of byWorkspace(assignments)) {
    for (const userId of sortedKeys(userIds)) if (!given.has(userId)) asked.push({ workspaceId, userId });
  }
  return asked;
}

function byWorkspace(wanted: Need["assignments"]): ReadonlyMap<WorkspaceId, readonly UserId[]> {
  const grouped = new Map<WorkspaceId, readonly UserId[]>();
  for (const { workspaceId, userIds } of wanted) {
    const known = grouped.get(workspaceId);
    grouped.set(workspaceId, known === undefined ? userIds : [...known, ...userIds]);
  }
  return grouped;
}
