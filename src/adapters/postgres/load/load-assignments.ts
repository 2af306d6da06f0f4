import type { Need } from "../../../application/ports/need.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../../domain/values/ids.ts";
import { assignmentsByKey } from "../../sql/assignments-by-key.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../reading.ts";
import type { Scope } from "../scope.ts";

type StoredAssignment = readonly [workspaceId: WorkspaceId, userId: UserId, role: string, sequence: number];

export interface AssignmentParts {
  readonly ctes: readonly string[];
  /** A query for all assignments that the statement returns, with `workspace_id`, `user_id`, `role` and `sequence`; null for none. */
  readonly all: string | null;
  readonly columns: readonly string[];
}

const fields = `assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence`;

/** The column with the assignments that are needed: all of some users, those of others in the same workspaces, and by key. */
export function assignmentParts({ tables, bind, organization }: Scope, need: Need): AssignmentParts {
  const ctes: string[] = [];
  const all: string[] = [];
  const ofUser = `SELECT ${fields} FROM ${tables.roleAssignment} AS assignment
    WHERE assignment.organization_id = ${organization} AND assignment.user_id = wanted.user_id`;
  if (need.allAssignmentsOf.length > 0) {
    const users = `unnest(${bind.texts(sortedKeys(need.allAssignmentsOf))}) AS wanted (user_id)`;
    // The join goes user by user, so the limit ends it before the rest is read.
    const limit = need.maxAssignments === null ? "" : ` LIMIT ${bind.integer(need.maxAssignments)}`;
    const ofUsers = `SELECT ${fields} FROM ${users} CROSS JOIN LATERAL (${ofUser} OFFSET 0) AS assignment${limit}`;
    ctes.push(`assignments_of_users AS MATERIALIZED (${ofUsers})`);
    all.push(`SELECT ${fields} FROM assignments_of_users AS assignment`);
  }
  const one = `${ofUser} AND assignment.workspace_id = wanted.workspace_id LIMIT 1`;
  const hasOthers = need.assignmentsInSameWorkspaces.length > 0 || need.firstAdminExcept !== null;
  const withOthers = need.allAssignmentsOf.length > 0 && hasOthers;
  if (withOthers) {
    const workspaces = `(SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS workspace`;
    const named = `unnest(${bind.texts(sortedKeys(need.assignmentsInSameWorkspaces))})`;
    const users =
      need.firstAdminExcept === null
        ? `${named} AS other (user_id)`
        : `(SELECT * FROM ${named} UNION SELECT first_admin.user_id FROM first_admin) AS other (user_id)`;
    const keys = `(SELECT workspace.workspace_id, other.user_id FROM ${workspaces} CROSS JOIN ${users}) AS wanted`;
    ctes.push(
      `assignments_in_same_workspaces AS MATERIALIZED (SELECT ${fields} FROM ${keys} CROSS JOIN LATERAL (${one}) AS assignment)`,
    );
    all.push(`SELECT ${fields} FROM assignments_in_same_workspaces AS assignment`);
  }
  const byKey = assignmentsByKey(need);
  if (byKey.length > 0) {
    const workspaceIds = bind.texts(byKey.map(({ workspaceId }) => workspaceId));
    const userIds = bind.texts(byKey.map(({ userId }) => userId));
    const keys = `unnest(${workspaceIds}, ${userIds}) AS wanted (workspace_id, user_id)`;
    ctes.push(
      `assignments_by_key AS MATERIALIZED (SELECT ${fields} FROM ${keys} CROSS JOIN LATERAL (${one}) AS assignment)`,
    );
    all.push(`SELECT ${fields} FROM assignments_by_key AS assignment`);
  }
  if (all.length === 0) return { ctes, all: null, columns: [] };
  // An assignment in the same workspaces may also be needed by its key. With a limit, so may one of all of a user.
  const mayRepeat = withOthers || need.maxAssignments !== null;
  const query = all.join(mayRepeat ? " UNION " : " UNION ALL ");
  return {
    ctes,
    all: query,
    columns: [`(SELECT json_agg(json_build_array(${fields}))::text FROM (${query}) AS assignment) AS assignments`],
  };
}

export function assignmentsIn({ assignments }: Row): readonly RoleAssignment[] {
  const stored = jsonRows(assignments) as readonly StoredAssignment[];
  return stored.map(([workspaceId, userId, role, sequence]) => ({ workspaceId, userId, role, sequence }));
}
