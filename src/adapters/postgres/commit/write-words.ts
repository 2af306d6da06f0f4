import { indexedLength } from "../indexed-word.ts";
import { fewRows } from "../plan-hints.ts";
import type { Tables } from "../tables.ts";
import type { CommitParts } from "./commit-parts.ts";

/** Stores the words of new members, so that searches find them. */
export function insertWords({ tables, organization, writes }: CommitParts): void {
  writes.push(`inserted_words AS (
    INSERT INTO ${tables.memberWord} (organization_id, word, user_id, name_key)
    SELECT ${organization}, words.word, member.user_id, member.name_key
    FROM guard_moved CROSS JOIN members_to_insert AS member
    CROSS JOIN LATERAL ${wordsOf("member.search_text")} AS words)`);
}

/** Updates the words of changed members. Members whose words and name key stayed the same are left alone. */
export function replaceWords({ tables, organization, reads, writes }: CommitParts): void {
  const isChanged = `member.old_search_text <> member.search_text OR member.old_name_key <> member.name_key`;
  const oldWords = `SELECT member.user_id, words.word FROM members_to_replace AS member
      CROSS JOIN LATERAL ${wordsOf("member.old_search_text")} AS words WHERE ${isChanged}`;
  const dropped = `SELECT ${organization} AS organization_id, dropped.*
    FROM (${oldWords} EXCEPT SELECT kept.user_id, kept.word FROM words_to_put AS kept) AS dropped`;
  reads.push(
    `words_to_put AS MATERIALIZED (SELECT member.user_id, words.word, member.name_key FROM members_to_replace AS member
      CROSS JOIN LATERAL ${wordsOf("member.search_text")} AS words WHERE ${isChanged})`,
    `words_to_drop AS MATERIALIZED (${fewRows(dropped)})`,
  );
  writes.push(
    dropping(tables, "dropped_words", "words_to_drop"),
    `put_words AS (
    INSERT INTO ${tables.memberWord} AS member_word (organization_id, word, user_id, name_key)
    SELECT ${organization}, batch.word, batch.user_id, batch.name_key FROM guard_moved CROSS JOIN words_to_put AS batch
    ON CONFLICT (organization_id, word, user_id) DO UPDATE SET name_key = excluded.name_key
      WHERE member_word.name_key <> excluded.name_key)`,
  );
}

/** Deletes the words of members who are deleted. */
export function deleteWords({ tables, organization, reads, writes }: CommitParts): void {
  const words = `SELECT ${organization} AS organization_id, member.user_id, words.word FROM members_to_delete AS member
      CROSS JOIN LATERAL ${wordsOf("member.search_text")} AS words`;
  reads.push(`words_to_delete AS MATERIALIZED (${fewRows(words)})`);
  writes.push(dropping(tables, "deleted_words", "words_to_delete"));
}

function dropping(tables: Tables, name: string, words: string): string {
  return `${name} AS (
    DELETE FROM ${tables.memberWord} AS member_word USING guard_moved CROSS JOIN ${words} AS batch
    WHERE member_word.organization_id = batch.organization_id
      AND member_word.word = batch.word AND member_word.user_id = batch.user_id)`;
}

/** The words of a search text as rows. */
function wordsOf(text: string): string {
  return `(SELECT DISTINCT left(split.word, ${indexedLength}) AS word
      FROM unnest(string_to_array(ltrim(${text}, ' '), ' ')) AS split (word))`;
}
