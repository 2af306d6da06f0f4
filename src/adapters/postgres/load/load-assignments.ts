import type { Need } from "../../../application/ports/need.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../../domain/values/ids.ts";
import { askedAssignments } from "../../sql/asked-assignments.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../json-column.ts";
import type { Scope } from "../scope.ts";

type StoredAssignment = readonly [workspaceId: WorkspaceId, userId: UserId, role: string, sequence: number];

export interface AssignmentParts {
  readonly ctes: readonly string[];
  /** A query for all assignments that the statement gives, with `workspace_id`, `user_id`, `role` and `sequence`; null for none. */
  readonly all: string | null;
  readonly columns: readonly string[];
}

const fields = `a.workspace_id, a.user_id, a.role, a.sequence`;

/** The column with the assignments of these users in these workspaces, all of others, and what further users hold beside them. */
export function assignmentParts({ tables, bind, organization }: Scope, need: Need): AssignmentParts {
  const ctes: string[] = [];
  const all: string[] = [];
  const ofUser = `SELECT ${fields} FROM ${tables.roleAssignment} AS a
    WHERE a.organization_id = ${organization} AND a.user_id = k.user_id`;
  if (need.allAssignmentsOf.length > 0) {
    const keys = `unnest(${bind.texts(sortedKeys(need.allAssignmentsOf))}) AS k (user_id)`;
    // The join goes on user by user, so a limit ends it before the rest is read.
    const most = need.maxAssignments === null ? "" : ` LIMIT ${bind.integer(need.maxAssignments)}`;
    const given = `SELECT ${fields} FROM ${keys} CROSS JOIN LATERAL (${ofUser} OFFSET 0) AS a${most}`;
    ctes.push(`given_assignment AS MATERIALIZED (${given})`);
    all.push(`SELECT ${fields} FROM given_assignment AS a`);
  }
  const one = `${ofUser} AND a.workspace_id = k.workspace_id LIMIT 1`;
  const isBeside = need.allAssignmentsOf.length > 0 && need.assignmentsInSameWorkspaces.length > 0;
  if (isBeside) {
    const workspaces = `(SELECT DISTINCT g.workspace_id FROM given_assignment AS g) AS g`;
    const users = `unnest(${bind.texts(sortedKeys(need.assignmentsInSameWorkspaces))}) AS u (user_id)`;
    const keys = `(SELECT g.workspace_id, u.user_id FROM ${workspaces} CROSS JOIN ${users}) AS k`;
    ctes.push(`beside_assignment AS MATERIALIZED (SELECT ${fields} FROM ${keys} CROSS JOIN LATERAL (${one}) AS a)`);
    all.push(`SELECT ${fields} FROM beside_assignment AS a`);
  }
  const asked = askedAssignments(need);
  if (asked.length > 0) {
    const workspaceIds = bind.texts(asked.map(({ workspaceId }) => workspaceId));
    const userIds = bind.texts(asked.map(({ userId }) => userId));
    const keys = `unnest(${workspaceIds}, ${userIds}) AS k (workspace_id, user_id)`;
    ctes.push(`asked_assignment AS MATERIALIZED (SELECT ${fields} FROM ${keys} CROSS JOIN LATERAL (${one}) AS a)`);
    all.push(`SELECT ${fields} FROM asked_assignment AS a`);
  }
  if (all.length === 0) return { ctes, all: null, columns: [] };
  // What is held beside others may be among the rest, too, and what is named may be among as many as may be given.
  const mayRepeat = isBeside || need.maxAssignments !== null;
  const query = all.join(mayRepeat ? " UNION " : " UNION ALL ");
  return {
    ctes,
    all: query,
    columns: [`(SELECT json_agg(json_build_array(${fields}))::text FROM (${query}) AS a) AS assignments`],
  };
}

export function assignmentsIn({ assignments }: Row): readonly RoleAssignment[] {
  const stored = jsonRows(assignments) as readonly StoredAssignment[];
  return stored.map(([workspaceId, userId, role, sequence]) => ({ workspaceId, userId, role, sequence }));
}
