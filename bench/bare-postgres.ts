// The same job as `addMembers`, written by hand for PostgreSQL on the roster's own tables as one statement, as fast as a
// careful person would: the limit that the library is measured against. It gives the same guarantees: everything is
// judged and written against one revision, every user is checked to belong to the organization, and a refusal tells how
// many do not. It makes one round trip where the library makes two, since it judges in SQL.
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { BareCommand } from "./bare-sql.ts";

const statement = `WITH asked AS MATERIALIZED (
  SELECT k.user_id, k.role, row_number() OVER (ORDER BY k.user_id) AS place, m.name_key, a.role AS present
  FROM unnest($4::text[], $5::text[]) AS k (user_id, role)
  LEFT JOIN LATERAL (SELECT name_key FROM roster_organization_member
    WHERE organization_id = $1 AND user_id = k.user_id LIMIT 1) AS m ON true
  LEFT JOIN LATERAL (SELECT role FROM roster_role_assignment
    WHERE organization_id = $1 AND user_id = k.user_id AND workspace_id = $2 LIMIT 1) AS a ON true),
counted AS MATERIALIZED (
  SELECT count(*) AS added, count(*) FILTER (WHERE name_key IS NULL OR present IS NOT NULL) AS rejected FROM asked),
guard AS (
  UPDATE roster_guard AS g SET revision = g.revision + 1, last_sequence = g.last_sequence + c.added
  FROM counted AS c
  WHERE g.organization_id = $1 AND g.revision = (SELECT revision FROM roster_guard WHERE organization_id = $1)
    AND c.rejected = 0
    AND NOT EXISTS (SELECT 1 FROM roster_command WHERE organization_id = $1 AND command_key = $6)
    AND EXISTS (SELECT 1 FROM roster_workspace WHERE organization_id = $1 AND workspace_id = $2 AND status = 'active')
    AND (EXISTS (SELECT 1 FROM roster_organization_member WHERE organization_id = $1 AND user_id = $3 AND role = 'admin')
      OR EXISTS (SELECT 1 FROM roster_role_assignment
        WHERE organization_id = $1 AND user_id = $3 AND workspace_id = $2 AND role = 'admin'))
  RETURNING g.last_sequence - c.added AS before, g.last_sequence AS after),
assigned AS (
  INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  SELECT $1, $2, a.user_id, a.role, g.before + a.place, a.name_key FROM guard AS g, asked AS a),
counts AS (
  SELECT json_agg(json_build_array(role, holders) ORDER BY role)::text AS role_counts FROM (
    SELECT role, sum(holders) AS holders FROM (
      SELECT role, count(*) AS holders FROM asked GROUP BY role
      UNION ALL SELECT c.value ->> 0, (c.value ->> 1)::bigint FROM roster_workspace AS w,
        json_array_elements(w.role_counts::json) AS c WHERE w.organization_id = $1 AND w.workspace_id = $2
    ) AS each GROUP BY role) AS sums),
counted_in AS (
  UPDATE roster_workspace SET role_counts = (SELECT role_counts FROM counts) FROM guard
  WHERE organization_id = $1 AND workspace_id = $2),
appended AS (
  INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body)
  SELECT $1, g.before + a.place, 'workspace.member.added', $2, a.user_id, json_build_object(
    'organizationId', $1::text, 'sequence', g.before + a.place, 'operationId', $6::text,
    'actor', json_build_object('userId', $3::text), 'authority', 'workspace_admin', 'at', $7::text,
    'type', 'workspace.member.added', 'workspaceId', $2::text, 'userId', a.user_id, 'role', a.role)::text
  FROM guard AS g, asked AS a),
operated AS (
  INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  SELECT $1, $6, g.before + 1, g.after FROM guard AS g),
recorded AS (
  INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at)
  SELECT $1, $6, '', NULL, $7 FROM guard)
SELECT (SELECT count(*) FROM guard)::int AS done, rejected::int FROM counted`;

/** The statement is prepared once per connection. */
export function bareAddMembersOn(pool: Pool): (command: BareCommand) => Promise<void> {
  return async ({ organizationId, workspaceId, actorId, members }) => {
    const userIds = members.map(({ userId }) => userId);
    const roles = members.map(({ role }) => role);
    const at = new Date().toISOString();
    const values = [organizationId, workspaceId, actorId, userIds, roles, randomUUID(), at];
    const { rows } = await pool.query<{ done: number }>({ name: "bare", text: statement, values });
    if (rows[0]?.done !== 1) throw new Error("The hand-written statement was refused.");
  };
}
