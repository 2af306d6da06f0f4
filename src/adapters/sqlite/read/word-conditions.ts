import { typedWords } from "../../sql/typed-words.ts";
import type { SqliteValue } from "../sqlite-database.ts";

/**
 * True for a row if each typed word is a prefix of a word in its search text. Binds `wordBindings`.
 *
 * The first three words are compared with `instr`, because reading a JSON array for each row takes ten times as long.
 */
export function hasWords(alias: string): string {
  const contains = `instr(${alias}.search_text, ?) > 0`;
  const containsRest = `NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(${alias}.search_text, typed.value) = 0)`;
  return `${contains} AND ${contains} AND ${contains} AND (? IS NULL OR ${containsRest})`;
}

/** What `hasWords` binds. A search without words matches every row. */
export function wordBindings(words: readonly string[]): readonly SqliteValue[] {
  const { few, rest } = typedWords(words);
  const json = rest === null ? null : JSON.stringify(rest);
  return [...few, json, json];
}
