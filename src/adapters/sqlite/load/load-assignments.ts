import type { Need } from "../../../application/ports/need.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId, UserId, WorkspaceId } from "../../../domain/values/ids.ts";
import { type AssignmentKey, assignmentsByKey } from "../../sql/assignments-by-key.ts";
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

/** All assignments of some users, at most `maxAssignments`. Reads no more than that. */
export function loadAssignmentsOf(
  connection: Connection,
  organizationId: OrganizationId,
  { allAssignmentsOf, maxAssignments }: Pick<Need, "allAssignmentsOf" | "maxAssignments">,
): readonly RoleAssignment[] {
  const limit = maxAssignments ?? Infinity;
  const statement = connection.statement(firstOfUser);
  const found: RoleAssignment[] = [];
  for (const userId of sortedKeys(allAssignmentsOf)) {
    const left = limit - found.length;
    if (left <= 0) break;
    // In SQLite, a negative limit means none.
    const rows = statement.all(organizationId, userId, left === Infinity ? -1 : left) as StoredAssignment[];
    for (const row of rows) found.push(assignmentOf(userId, row));
  }
  return found;
}

/** The assignments that are needed by workspace and user, each once, without those that are loaded already. */
export function loadAssignments(
  connection: Connection,
  organizationId: OrganizationId,
  need: Pick<Need, "assignments" | "allAssignmentsOf" | "maxAssignments">,
  loaded: readonly RoleAssignment[],
): readonly RoleAssignment[] {
  const statement = connection.statement(one);
  // Without a limit, `assignmentsByKey` leaves out the users whose assignments are all loaded.
  const known = new Set(need.maxAssignments === null ? [] : loaded.map(keyOf));
  return assignmentsByKey(need).flatMap((key) => {
    if (known.has(keyOf(key))) return [];
    const { workspaceId, userId } = key;
    const row = statement.get(organizationId, userId, workspaceId) as StoredAssignment | null | undefined;
    return row ? [assignmentOf(userId, row)] : [];
  });
}

function keyOf({ workspaceId, userId }: AssignmentKey): string {
  return `${workspaceId}\u0000${userId}`;
}

function assignmentOf(userId: UserId, row: StoredAssignment): RoleAssignment {
  return { workspaceId: row.workspace_id, userId, role: row.role, sequence: Number(row.sequence) };
}
