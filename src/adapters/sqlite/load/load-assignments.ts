import type { Need } from "../../../application/ports/need.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId, UserId, WorkspaceId } from "../../../domain/shared/ids.ts";
import { askedAssignments } from "../../sql/asked-assignments.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Connection } from "../connection.ts";

interface StoredAssignment {
  readonly workspace_id: WorkspaceId;
  readonly role: string;
  readonly sequence: number | bigint;
}

const ofUser = `SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ?`;
const one = `${ofUser} AND workspace_id = ?`;

/** All assignments of the given users. */
export function loadAssignmentsOf(
  connection: Connection,
  organizationId: OrganizationId,
  userIds: readonly UserId[],
): readonly RoleAssignment[] {
  const statement = connection.statement(ofUser);
  return sortedKeys(userIds).flatMap((userId) =>
    (statement.all(organizationId, userId) as StoredAssignment[]).map((row) => assignmentOf(userId, row)),
  );
}

/** The assignments of the given users in the given workspaces, each once, without users all of whose assignments are given. */
export function loadAssignments(
  connection: Connection,
  organizationId: OrganizationId,
  { assignments: wanted, assignmentsOf }: Pick<Need, "assignments" | "assignmentsOf">,
): readonly RoleAssignment[] {
  const statement = connection.statement(one);
  return askedAssignments({ assignments: wanted, assignmentsOf }).flatMap(({ workspaceId, userId }) => {
    const row = statement.get(organizationId, userId, workspaceId) as StoredAssignment | null | undefined;
    return row ? [assignmentOf(userId, row)] : [];
  });
}

function assignmentOf(userId: UserId, row: StoredAssignment): RoleAssignment {
  return { workspaceId: row.workspace_id, userId, role: row.role, sequence: Number(row.sequence) };
}
