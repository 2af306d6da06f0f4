import type { Facts, Need } from "../../application/ports/need.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import { sortedByBytes } from "../../domain/values/byte-order.ts";
import type { WorkspaceRecord } from "../../application/ports/records.ts";
import { memberOf, workspaceOf } from "../builders/expected-rows.ts";
import { sortedFacts } from "../expectations.ts";
import type { Rows } from "./rows.ts";

/**
 * The facts for a need, found by checking every row, and sorted. A need with several possible answers is not supported:
 * `anyMembers` and `maxAssignments` must be large enough for all.
 */
export function factsIn(rows: Rows, asked: Need): Facts {
  const need = withFirstAdmin(rows, asked);
  const theirs = rows.assignments.filter(({ userId }) => need.allAssignmentsOf.includes(userId));
  if (rows.members.length > (need.anyMembers ?? Infinity) || theirs.length > (need.maxAssignments ?? Infinity)) {
    throw new RangeError("This need has several possible answers.");
  }
  const assignments = rows.assignments.filter((assignment) => isNeeded(assignment, need, theirs));
  const sequences = new Set(assignments.map(({ sequence }) => sequence));
  return sortedFacts({
    revision: rows.revision,
    lastSequence: rows.lastSequence,
    lastAt: rows.lastAt,
    organization: rows.organization,
    command: rows.commands.find(({ key }) => key === need.command) ?? null,
    members: rows.members
      .filter(({ userId }) => need.anyMembers !== null || need.members.includes(userId))
      .map(memberOf),
    workspaces: rows.workspaces.filter((workspace) => isShown(workspace, rows, need, theirs)).map(workspaceOf),
    assignments,
    grantingEvents: need.grantingEvents ? rows.events.filter(({ sequence }) => sequences.has(sequence)) : [],
  });
}

/** The first admin is named like any other member whose assignments in the same workspaces are needed. */
function withFirstAdmin({ members }: Rows, need: Need): Need {
  const excluded = need.firstAdminExcept;
  if (excluded === null) return need;
  const admins = members.filter(({ userId, role }) => role === "admin" && !excluded.includes(userId));
  const first = sortedByBytes(admins, ({ userId }) => userId)
    .slice(0, 1)
    .map(({ userId }) => userId);
  return {
    ...need,
    members: [...need.members, ...first],
    assignmentsInSameWorkspaces: [...need.assignmentsInSameWorkspaces, ...first],
  };
}

function isNeeded(assignment: RoleAssignment, need: Need, theirs: readonly RoleAssignment[]): boolean {
  const { workspaceId, userId } = assignment;
  return (
    theirs.includes(assignment) ||
    need.assignments.some((asked) => asked.workspaceId === workspaceId && asked.userIds.includes(userId)) ||
    (need.assignmentsInSameWorkspaces.includes(userId) && theirs.some((other) => other.workspaceId === workspaceId))
  );
}

function isShown(
  { workspaceId, status, nameKey }: WorkspaceRecord,
  { workspaces }: Rows,
  need: Need,
  theirs: readonly RoleAssignment[],
): boolean {
  const namesakes = workspaces.filter((other) => need.workspacesNamedLike.includes(other.workspaceId));
  const names = [...need.workspaceNames, ...namesakes.map((other) => other.nameKey)];
  return (
    need.workspaces.includes(workspaceId) ||
    (status === "active" && names.includes(nameKey)) ||
    theirs.some((other) => other.workspaceId === workspaceId)
  );
}
