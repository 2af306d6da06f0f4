import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import type { OrganizationId, UserId } from "../../../domain/values/ids.ts";
import { searchText, wordsOfText } from "../../sql/search-text.ts";
import type { Connection } from "../connection.ts";
import { deleteWords, insertWords } from "./write-words.ts";

interface StoredKeys {
  readonly name_key: string;
  readonly search_text: string;
}

const insert = `INSERT INTO roster_organization_member
  (role, display_name, email, name_key, search_text, organization_id, user_id) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const update = `UPDATE roster_organization_member SET role = ?, display_name = ?, email = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND user_id = ?`;
const remove = `DELETE FROM roster_organization_member WHERE organization_id = ? AND user_id = ?`;
const storedKeys = `SELECT name_key, search_text FROM roster_organization_member WHERE organization_id = ? AND user_id = ?`;
const renameAssignments = `UPDATE roster_role_assignment SET name_key = ? WHERE organization_id = ? AND user_id = ?`;

/** Inserts a member and their words. False if the member exists already. */
export function insertMember(
  connection: Connection,
  organizationId: OrganizationId,
  record: OrganizationMemberRecord,
): boolean {
  if (!put(connection, insert, organizationId, record)) return false;
  insertWords(connection, organizationId, record);
  return true;
}

/** Replaces a member, and their words and the copies of their name key if these changed. False if there is no such member. */
export function replaceMember(
  connection: Connection,
  organizationId: OrganizationId,
  record: OrganizationMemberRecord,
): boolean {
  const { userId, nameKey, words } = record;
  const before = keysOf(connection, organizationId, userId);
  if (!before) return false;
  put(connection, update, organizationId, record);
  if (before.name_key !== nameKey) connection.statement(renameAssignments).run(nameKey, organizationId, userId);
  if (before.name_key !== nameKey || before.search_text !== searchText(words)) {
    deleteWords(connection, organizationId, userId, wordsOfText(before.search_text));
    insertWords(connection, organizationId, record);
  }
  return true;
}

/** Deletes a member and their words. False if there is no such member. */
export function deleteMember(connection: Connection, organizationId: OrganizationId, userId: UserId): boolean {
  const before = keysOf(connection, organizationId, userId);
  if (!before) return false;
  deleteWords(connection, organizationId, userId, wordsOfText(before.search_text));
  connection.statement(remove).run(organizationId, userId);
  return true;
}

function put(
  connection: Connection,
  sql: string,
  organizationId: OrganizationId,
  record: OrganizationMemberRecord,
): boolean {
  const { userId, role, displayName, email, nameKey, words } = record;
  const { changes } = connection
    .statement(sql)
    .run(role, displayName, email, nameKey, searchText(words), organizationId, userId);
  return Number(changes) === 1;
}

function keysOf(connection: Connection, organizationId: OrganizationId, userId: UserId): StoredKeys | null | undefined {
  return connection.statement(storedKeys).get(organizationId, userId) as StoredKeys | null | undefined;
}
