import type { SqliteValue } from "../sqlite-database.ts";
import { wordStart } from "../../sql/search-text.ts";

/**
 * True for a row whose search text has, for each typed word, a word that begins with it. Binds `wordBindings`.
 *
 * Hardly anyone types more than three words; reading a JSON array for each row takes ten times as long as `instr`.
 */
export function hasWords(alias: string): string {
  const contains = `instr(${alias}.search_text, ?) > 0`;
  const containsRest = `NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(${alias}.search_text, typed.value) = 0)`;
  return `${contains} AND ${contains} AND ${contains} AND (? IS NULL OR ${containsRest})`;
}

// Every search text contains a space.
const anyWord = wordStart("");

/** What `hasWords` binds. No words at all match every row. */
export function wordBindings(words: readonly string[]): readonly SqliteValue[] {
  const [first = anyWord, second = anyWord, third = anyWord, ...others] = words.map(wordStart);
  const rest = others.length === 0 ? null : JSON.stringify(others);
  return [first, second, third, rest, rest];
}
