import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import type { OrganizationId, UserId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

const insert = `INSERT INTO roster_member_word (organization_id, word, user_id, name_key) VALUES (?, ?, ?, ?)`;
const remove = `DELETE FROM roster_member_word WHERE organization_id = ? AND word = ? AND user_id = ?`;

/** Stores the words of a member, so that searches find the member. */
export function insertWords(
  connection: Connection,
  organizationId: OrganizationId,
  { userId, nameKey, words }: OrganizationMemberRecord,
): void {
  const statement = connection.statement(insert);
  for (const word of words) statement.run(organizationId, word, userId, nameKey);
}

/** Deletes these words of a member. */
export function deleteWords(
  connection: Connection,
  organizationId: OrganizationId,
  userId: UserId,
  words: readonly string[],
): void {
  const statement = connection.statement(remove);
  for (const word of words) statement.run(organizationId, word, userId);
}
