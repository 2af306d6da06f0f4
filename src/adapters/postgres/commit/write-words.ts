import { fewRows } from "../few-rows.ts";
import type { Tables } from "../tables.ts";
import { indexedLength } from "../indexed-word.ts";
import type { CommitParts } from "./commit-parts.ts";

/** Makes the new members be found by their words. */
export function insertWords({ tables, organization, writes }: CommitParts): void {
  writes.push(`word_inserted AS (
    INSERT INTO ${tables.memberWord} (organization_id, word, user_id, name_key)
    SELECT ${organization}, w.word, k.user_id, k.name_key
    FROM advanced CROSS JOIN new_member AS k CROSS JOIN LATERAL ${wordsOf("k.search_text")} AS w)`);
}

/** Makes changed members be found by the words that they have now. Only those whose words or name key changed are touched. */
export function replaceWords({ tables, organization, reads, writes }: CommitParts): void {
  const changed = `k.old_search_text <> k.search_text OR k.old_name_key <> k.name_key`;
  const old = `SELECT k.user_id, w.word
    FROM changed_member AS k CROSS JOIN LATERAL ${wordsOf("k.old_search_text")} AS w WHERE ${changed}`;
  reads.push(
    `new_word AS MATERIALIZED (SELECT k.user_id, w.word, k.name_key
    FROM changed_member AS k CROSS JOIN LATERAL ${wordsOf("k.search_text")} AS w WHERE ${changed})`,
    `dropped_word AS MATERIALIZED (
    ${fewRows(`SELECT ${organization} AS organization_id, k.* FROM (${old} EXCEPT SELECT k.user_id, k.word FROM new_word AS k) AS k`)})`,
  );
  writes.push(
    dropping(tables, "word_dropped", "dropped_word"),
    `word_put AS (
    INSERT INTO ${tables.memberWord} AS w (organization_id, word, user_id, name_key)
    SELECT ${organization}, k.word, k.user_id, k.name_key FROM advanced CROSS JOIN new_word AS k
    ON CONFLICT (organization_id, word, user_id) DO UPDATE SET name_key = excluded.name_key
      WHERE w.name_key <> excluded.name_key)`,
  );
}

/** Makes members who are gone no longer be found. */
export function deleteWords({ tables, organization, reads, writes }: CommitParts): void {
  const gone = `SELECT ${organization} AS organization_id, k.user_id, w.word FROM gone_member AS k CROSS JOIN LATERAL ${wordsOf("k.search_text")} AS w`;
  reads.push(`gone_word AS MATERIALIZED (${fewRows(gone)})`);
  writes.push(dropping(tables, "word_deleted", "gone_word"));
}

function dropping(tables: Tables, name: string, words: string): string {
  return `${name} AS (
    DELETE FROM ${tables.memberWord} AS w USING advanced CROSS JOIN ${words} AS k
    WHERE w.organization_id = k.organization_id AND w.word = k.word AND w.user_id = k.user_id)`;
}

/** The words of a search text as rows. */
function wordsOf(text: string): string {
  return `(SELECT DISTINCT left(t.word, ${indexedLength}) AS word FROM unnest(string_to_array(ltrim(${text}, ' '), ' ')) AS t (word))`;
}
