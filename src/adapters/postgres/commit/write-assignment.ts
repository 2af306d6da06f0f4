import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import { fewRows } from "../few-rows.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group, WriteGroups } from "./write-groups.ts";

type NameKeys = ReadonlyMap<string, string>;

const fields = `workspace_id, user_id, role, sequence, name_key`;

/** Stores, replaces and deletes assignments, and renames others in step with their members. */
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
  const nameKey = `coalesce(k.name_key, (SELECT m.name_key FROM ${tables.organizationMember} AS m
      WHERE m.organization_id = ${organization} AND m.user_id = k.user_id))`;
  parts.reads.push(`new_assignment AS MATERIALIZED (
    SELECT k.workspace_id, k.user_id, k.role, k.sequence, ${nameKey} AS name_key FROM ${rows(parts, records, nameKeys)})`);
  parts.conditions.push(
    `NOT EXISTS (SELECT 1 FROM new_assignment AS k CROSS JOIN LATERAL (${stored(parts)}) AS a)`,
    // Whoever is not a member has no name key.
    `NOT EXISTS (SELECT 1 FROM new_assignment AS k WHERE k.name_key IS NULL)`,
  );
  parts.writes.push(`assignment_inserted AS (
    INSERT INTO ${tables.roleAssignment} (organization_id, ${fields})
    SELECT ${organization}, k.* FROM advanced CROSS JOIN new_assignment AS k)`);
}

function replace(parts: CommitParts, records: readonly RoleAssignment[], nameKeys: NameKeys): void {
  const { tables, bind, organization } = parts;
  parts.reads.push(
    `changed_assignment AS MATERIALIZED (${fewRows(`SELECT ${organization} AS organization_id, k.* FROM ${rows(parts, records, nameKeys)}`)})`,
  );
  const count = bind.integer(records.length);
  parts.conditions.push(rowsOf(`changed_assignment AS k CROSS JOIN LATERAL (${stored(parts)}) AS a`, count));
  parts.writes.push(`assignment_replaced AS (
    UPDATE ${tables.roleAssignment} AS a
    SET role = k.role, sequence = k.sequence, name_key = coalesce(k.name_key, a.name_key)
    FROM advanced CROSS JOIN changed_assignment AS k
    WHERE a.organization_id = k.organization_id AND a.user_id = k.user_id AND a.workspace_id = k.workspace_id
    RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("assignment_replaced", count));
}

function remove(parts: CommitParts, keys: Group<"role_assignment">["deleted"]): void {
  const { tables, bind, organization } = parts;
  parts.reads.push(
    `gone_assignment AS MATERIALIZED (${fewRows(`SELECT ${organization} AS organization_id, k.* FROM ${keyRows(parts, keys)}`)})`,
  );
  const count = bind.integer(keys.length);
  parts.conditions.push(rowsOf(`gone_assignment AS k CROSS JOIN LATERAL (${stored(parts)}) AS a`, count));
  parts.writes.push(`assignment_deleted AS (
    DELETE FROM ${tables.roleAssignment} AS a USING advanced CROSS JOIN gone_assignment AS k
    WHERE a.organization_id = k.organization_id AND a.user_id = k.user_id AND a.workspace_id = k.workspace_id
    RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("assignment_deleted", count));
}

/** Updates the copies of the name key in assignments that the batch does not write itself. */
function rename(parts: CommitParts, written: Group<"role_assignment">["deleted"]): void {
  const { tables } = parts;
  const others =
    written.length === 0
      ? ""
      : `AND NOT EXISTS (SELECT 1 FROM ${keyRows(parts, written)}
      WHERE k.workspace_id = a.workspace_id AND k.user_id = a.user_id)`;
  parts.writes.push(`assignment_renamed AS (
    UPDATE ${tables.roleAssignment} AS a SET name_key = r.name_key
    FROM advanced CROSS JOIN changed_member AS r
    WHERE r.old_name_key <> r.name_key AND a.organization_id = r.organization_id AND a.user_id = r.user_id ${others})`);
}

/** The limit keeps the planner from reading the organization as a whole to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT 1 AS yes FROM ${tables.roleAssignment} AS a
      WHERE a.organization_id = ${organization} AND a.user_id = k.user_id AND a.workspace_id = k.workspace_id LIMIT 1`;
}

/** A statement does not see the members that it writes itself, so their name keys come along. */
function rows({ bind }: CommitParts, records: readonly RoleAssignment[], nameKeys: NameKeys): string {
  const arrays = [
    bind.texts(records.map(({ workspaceId }) => workspaceId)),
    bind.texts(records.map(({ userId }) => userId)),
    bind.texts(records.map(({ role }) => role)),
    bind.integers(records.map(({ sequence }) => sequence)),
    bind.texts(records.map(({ userId }) => nameKeys.get(userId) ?? null)),
  ];
  return `unnest(${arrays.join(", ")}) AS k (${fields})`;
}

function keyRows({ bind }: CommitParts, keys: Group<"role_assignment">["deleted"]): string {
  const workspaceIds = bind.texts(keys.map(({ workspaceId }) => workspaceId));
  const userIds = bind.texts(keys.map(({ userId }) => userId));
  return `unnest(${workspaceIds}, ${userIds}) AS k (workspace_id, user_id)`;
}

function nameKeysOf(members: readonly OrganizationMemberRecord[]): NameKeys {
  return new Map(members.map(({ userId, nameKey }) => [userId, nameKey]));
}
