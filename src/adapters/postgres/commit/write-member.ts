import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import { searchText } from "../../sql/search-text.ts";
import { fewRows } from "../few-rows.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group } from "./write-groups.ts";
import { deleteWords, insertWords, replaceWords } from "./write-words.ts";

const fields = `user_id, role, display_name, email, name_key, search_text`;

/** Stores, replaces and deletes members, with the words that they are found by. */
export function writeMembers(parts: CommitParts, { inserted, replaced, deleted }: Group<"organization_member">): void {
  if (inserted.length > 0) insert(parts, inserted);
  if (replaced.length > 0) replace(parts, replaced);
  if (deleted.length > 0) remove(parts, deleted);
}

function insert(parts: CommitParts, records: readonly OrganizationMemberRecord[]): void {
  const { tables, organization } = parts;
  parts.reads.push(`new_member AS MATERIALIZED (SELECT * FROM ${rows(parts, records)})`);
  parts.conditions.push(`NOT EXISTS (SELECT 1 FROM new_member AS k CROSS JOIN LATERAL (${stored(parts)}) AS m)`);
  parts.writes.push(`member_inserted AS (
    INSERT INTO ${tables.organizationMember} (organization_id, ${fields})
    SELECT ${organization}, k.* FROM advanced CROSS JOIN new_member AS k)`);
  insertWords(parts);
}

function replace(parts: CommitParts, records: readonly OrganizationMemberRecord[]): void {
  const { tables, organization } = parts;
  const before = `SELECT ${organization} AS organization_id, k.*, m.name_key AS old_name_key, m.search_text AS old_search_text
    FROM ${rows(parts, records)} CROSS JOIN LATERAL (${stored(parts)}) AS m`;
  parts.reads.push(`changed_member AS MATERIALIZED (${fewRows(before)})`);
  const count = parts.bind.integer(records.length);
  parts.conditions.push(rowsOf("changed_member", count));
  parts.writes.push(`member_replaced AS (
    UPDATE ${tables.organizationMember} AS m SET role = k.role, display_name = k.display_name, email = k.email,
      name_key = k.name_key, search_text = k.search_text
    FROM advanced CROSS JOIN changed_member AS k
    WHERE m.organization_id = k.organization_id AND m.user_id = k.user_id RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("member_replaced", count));
  replaceWords(parts);
}

function remove(parts: CommitParts, keys: Group<"organization_member">["deleted"]): void {
  const { tables, bind, organization } = parts;
  const userIds = bind.texts(keys.map(({ userId }) => userId));
  const before = `SELECT ${organization} AS organization_id, k.user_id, m.search_text
    FROM unnest(${userIds}) AS k (user_id) CROSS JOIN LATERAL (${stored(parts)}) AS m`;
  parts.reads.push(`gone_member AS MATERIALIZED (${fewRows(before)})`);
  const count = bind.integer(keys.length);
  parts.conditions.push(rowsOf("gone_member", count));
  parts.writes.push(`member_deleted AS (
    DELETE FROM ${tables.organizationMember} AS m USING advanced CROSS JOIN gone_member AS k
    WHERE m.organization_id = k.organization_id AND m.user_id = k.user_id RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("member_deleted", count));
  deleteWords(parts);
}

/** The limit keeps the planner from reading the organization as a whole to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT m.name_key, m.search_text FROM ${tables.organizationMember} AS m
      WHERE m.organization_id = ${organization} AND m.user_id = k.user_id LIMIT 1`;
}

function rows({ bind }: CommitParts, records: readonly OrganizationMemberRecord[]): string {
  const arrays = [
    bind.texts(records.map(({ userId }) => userId)),
    bind.texts(records.map(({ role }) => role)),
    bind.texts(records.map(({ displayName }) => displayName)),
    bind.texts(records.map(({ email }) => email)),
    bind.texts(records.map(({ nameKey }) => nameKey)),
    bind.texts(records.map(({ words }) => searchText(words))),
  ];
  return `unnest(${arrays.join(", ")}) AS k (${fields})`;
}
