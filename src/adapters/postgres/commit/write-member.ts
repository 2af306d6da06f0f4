import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import { searchText } from "../../sql/search-text.ts";
import { fewRows } from "../plan-hints.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group } from "./write-groups.ts";
import { deleteWords, insertWords, replaceWords } from "./write-words.ts";

const fields = `user_id, role, display_name, email, name_key, search_text`;

/** Inserts, replaces and deletes members, along with the words by which a search finds them. */
export function writeMembers(parts: CommitParts, { inserted, replaced, deleted }: Group<"organization_member">): void {
  if (inserted.length > 0) insert(parts, inserted);
  if (replaced.length > 0) replace(parts, replaced);
  if (deleted.length > 0) remove(parts, deleted);
}

function insert(parts: CommitParts, records: readonly OrganizationMemberRecord[]): void {
  const { tables, organization } = parts;
  parts.reads.push(`members_to_insert AS MATERIALIZED (SELECT * FROM ${rows(parts, records)})`);
  parts.conditions.push(
    `NOT EXISTS (SELECT 1 FROM members_to_insert AS batch CROSS JOIN LATERAL (${stored(parts)}) AS member)`,
  );
  parts.writes.push(`inserted_members AS (
    INSERT INTO ${tables.organizationMember} (organization_id, ${fields})
    SELECT ${organization}, batch.* FROM guard_moved CROSS JOIN members_to_insert AS batch)`);
  insertWords(parts);
}

function replace(parts: CommitParts, records: readonly OrganizationMemberRecord[]): void {
  const { tables, organization } = parts;
  const withOldKeys = `SELECT ${organization} AS organization_id, batch.*,
      member.name_key AS old_name_key, member.search_text AS old_search_text
    FROM ${rows(parts, records)} CROSS JOIN LATERAL (${stored(parts)}) AS member`;
  parts.reads.push(`members_to_replace AS MATERIALIZED (${fewRows(withOldKeys)})`);
  const count = parts.bind.integer(records.length);
  parts.conditions.push(rowsOf("members_to_replace", count));
  parts.writes.push(`replaced_members AS (
    UPDATE ${tables.organizationMember} AS member SET role = batch.role, display_name = batch.display_name,
      email = batch.email, name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN members_to_replace AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("replaced_members", count));
  replaceWords(parts);
}

function remove(parts: CommitParts, keys: Group<"organization_member">["deleted"]): void {
  const { tables, bind, organization } = parts;
  const userIds = bind.texts(keys.map(({ userId }) => userId));
  const withWords = `SELECT ${organization} AS organization_id, batch.user_id, member.search_text
    FROM unnest(${userIds}) AS batch (user_id) CROSS JOIN LATERAL (${stored(parts)}) AS member`;
  parts.reads.push(`members_to_delete AS MATERIALIZED (${fewRows(withWords)})`);
  const count = bind.integer(keys.length);
  parts.conditions.push(rowsOf("members_to_delete", count));
  parts.writes.push(`deleted_members AS (
    DELETE FROM ${tables.organizationMember} AS member USING guard_moved CROSS JOIN members_to_delete AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("deleted_members", count));
  deleteWords(parts);
}

/** The limit keeps the planner from reading the whole organization to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT member.name_key, member.search_text FROM ${tables.organizationMember} AS member
      WHERE member.organization_id = ${organization} AND member.user_id = batch.user_id LIMIT 1`;
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
  return `unnest(${arrays.join(", ")}) AS batch (${fields})`;
}
