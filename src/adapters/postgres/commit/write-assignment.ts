import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import { fewRows } from "../plan-hints.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group, WriteGroups } from "./write-groups.ts";

type NameKeys = ReadonlyMap<string, string>;

const fields = `workspace_id, user_id, role, sequence, name_key`;

/** Inserts, replaces and deletes assignments. If a member's name key changes, updates its copies in other assignments. */
export function writeAssignments(
  parts: CommitParts,
  { role_assignment: { inserted, replaced, deleted }, organization_member: members }: WriteGroups,
): void {
  const nameKeys = nameKeysOf([...members.inserted, ...members.replaced]);
  if (inserted.length > 0) insert(parts, inserted, nameKeys);
  if (replaced.length > 0) replace(parts, replaced, nameKeys);
  if (deleted.length > 0) remove(parts, deleted);
  if (members.replaced.length > 0) rename(parts, [...replaced, ...deleted]);
}

function insert(parts: CommitParts, records: readonly RoleAssignment[], nameKeys: NameKeys): void {
  const { tables, organization } = parts;
  const nameKey = `coalesce(batch.name_key, (SELECT member.name_key FROM ${tables.organizationMember} AS member
      WHERE member.organization_id = ${organization} AND member.user_id = batch.user_id))`;
  parts.reads.push(`assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, ${nameKey} AS name_key
    FROM ${rows(parts, records, nameKeys)})`);
  parts.conditions.push(
    `NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (${stored(parts)}) AS assignment)`,
    // Only members have a name key.
    `NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)`,
  );
  parts.writes.push(`inserted_assignments AS (
    INSERT INTO ${tables.roleAssignment} (organization_id, ${fields})
    SELECT ${organization}, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch)`);
}

function replace(parts: CommitParts, records: readonly RoleAssignment[], nameKeys: NameKeys): void {
  const { tables, bind, organization } = parts;
  const given = `SELECT ${organization} AS organization_id, batch.* FROM ${rows(parts, records, nameKeys)}`;
  parts.reads.push(`assignments_to_replace AS MATERIALIZED (${fewRows(given)})`);
  const count = bind.integer(records.length);
  parts.conditions.push(
    rowsOf(`assignments_to_replace AS batch CROSS JOIN LATERAL (${stored(parts)}) AS assignment`, count),
  );
  parts.writes.push(`replaced_assignments AS (
    UPDATE ${tables.roleAssignment} AS assignment
    SET role = batch.role, sequence = batch.sequence, name_key = coalesce(batch.name_key, assignment.name_key)
    FROM guard_moved CROSS JOIN assignments_to_replace AS batch
    WHERE ${sameAssignment}
    RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("replaced_assignments", count));
}

function remove(parts: CommitParts, keys: Group<"role_assignment">["deleted"]): void {
  const { tables, bind, organization } = parts;
  const given = `SELECT ${organization} AS organization_id, batch.* FROM ${keyRows(parts, keys)}`;
  parts.reads.push(`assignments_to_delete AS MATERIALIZED (${fewRows(given)})`);
  const count = bind.integer(keys.length);
  parts.conditions.push(
    rowsOf(`assignments_to_delete AS batch CROSS JOIN LATERAL (${stored(parts)}) AS assignment`, count),
  );
  parts.writes.push(`deleted_assignments AS (
    DELETE FROM ${tables.roleAssignment} AS assignment USING guard_moved CROSS JOIN assignments_to_delete AS batch
    WHERE ${sameAssignment}
    RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("deleted_assignments", count));
}

/** Updates the copies of the name key in assignments that the batch does not write otherwise. */
function rename(parts: CommitParts, written: Group<"role_assignment">["deleted"]): void {
  const { tables } = parts;
  const others =
    written.length === 0
      ? ""
      : `AND NOT EXISTS (SELECT 1 FROM ${keyRows(parts, written)}
      WHERE batch.workspace_id = assignment.workspace_id AND batch.user_id = assignment.user_id)`;
  parts.writes.push(`renamed_assignments AS (
    UPDATE ${tables.roleAssignment} AS assignment SET name_key = member.name_key
    FROM guard_moved CROSS JOIN members_to_replace AS member
    WHERE member.old_name_key <> member.name_key
      AND assignment.organization_id = member.organization_id AND assignment.user_id = member.user_id ${others})`);
}

const sameAssignment = `assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id`;

/** The limit keeps the planner from reading the whole organization to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT 1 AS yes FROM ${tables.roleAssignment} AS assignment
      WHERE assignment.organization_id = ${organization}
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1`;
}

/** A statement does not see the members that it writes itself, so the name keys of those are part of the rows. */
function rows({ bind }: CommitParts, records: readonly RoleAssignment[], nameKeys: NameKeys): string {
  const arrays = [
    bind.texts(records.map(({ workspaceId }) => workspaceId)),
    bind.texts(records.map(({ userId }) => userId)),
    bind.texts(records.map(({ role }) => role)),
    bind.integers(records.map(({ sequence }) => sequence)),
    bind.texts(records.map(({ userId }) => nameKeys.get(userId) ?? null)),
  ];
  return `unnest(${arrays.join(", ")}) AS batch (${fields})`;
}

function keyRows({ bind }: CommitParts, keys: Group<"role_assignment">["deleted"]): string {
  const workspaceIds = bind.texts(keys.map(({ workspaceId }) => workspaceId));
  const userIds = bind.texts(keys.map(({ userId }) => userId));
  return `unnest(${workspaceIds}, ${userIds}) AS batch (workspace_id, user_id)`;
}

function nameKeysOf(members: readonly OrganizationMemberRecord[]): NameKeys {
  return new Map(members.map(({ userId, nameKey }) => [userId, nameKey]));
}
