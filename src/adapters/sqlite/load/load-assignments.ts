import type { Need } from "../../../application/ports/need.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId, UserId, WorkspaceId } from "../../../domain/values/ids.ts";
import { type AskedAssignment, askedAssignments } from "../../sql/asked-assignments.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Connection } from "../connection.ts";

interface StoredAssignment {
  readonly workspace_id: WorkspaceId;
  readonly role: string;
  readonly sequence: number | bigint;
}

const ofUser = `SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ?`;
const one = `${ofUser} AND workspace_id = ?`;
const firstOfUser = `${ofUser} LIMIT ?`;

/** All assignments of the given users, or as many as may be given: no more than those are read. */
export function loadAssignmentsOf(
  connection: Connection,
  organizationId: OrganizationId,
  {
    allAssignmentsOf: assignmentsOf,
    maxAssignments: maxAssignments,
  }: Pick<Need, "allAssignmentsOf" | "maxAssignments">,
): readonly RoleAssignment[] {
  const most = maxAssignments ?? Infinity;
  const statement = connection.statement(firstOfUser);
  const given: RoleAssignment[] = [];
  for (const userId of sortedKeys(assignmentsOf)) {
    const left = most - given.length;
    if (left <= 0) break;
    // SQLite takes a negative limit for none.
    const rows = statement.all(organizationId, userId, left === Infinity ? -1 : left) as StoredAssignment[];
    for (const row of rows) given.push(assignmentOf(userId, row));
  }
  return given;
}

/** The assignments of the given users in the given workspaces, each once, without those that are given already. */
export function loadAssignments(
  connection: Connection,
  organizationId: OrganizationId,
  need: Pick<Need, "assignments" | "allAssignmentsOf" | "maxAssignments">,
  given: readonly RoleAssignment[],
): readonly RoleAssignment[] {
  const statement = connection.statement(one);
  // A user all of whose assignments are given is not asked for here.
  const known = new Set(need.maxAssignments === null ? [] : given.map(keyOf));
  return askedAssignments(need).flatMap((asked) => {
    if (known.has(keyOf(asked))) return [];
    const { workspaceId, userId } = asked;
    const row = statement.get(organizationId, userId, workspaceId) as StoredAssignment | null | undefined;
    return row ? [assignmentOf(userId, row)] : [];
  });
}

function keyOf({ workspaceId, userId }: AskedAssignment): string {
  return `${workspaceId}\u0000${userId}`;
}

function assignmentOf(userId: UserId, row: StoredAssignment): RoleAssignment {
  return { workspaceId: row.workspace_id, userId, role: row.role, sequence: Number(row.sequence) };
}
