import type { ListQuery, Position } from "../../../application/ports/queries.ts";
import { prefixEnd } from "../../sql/prefix-end.ts";
import type { SqliteValue } from "../sqlite-database.ts";

/** Two ways to read one list. Both return the rows in the order of the list. */
export interface SearchPlans {
  /** The position this many rows after another one, or null if fewer rows follow. */
  positionAfter(after: Position | null, rows: number): Position | null;
  /** Reads the list in its order and leaves out the rows that do not match. */
  walk(after: Position | null, upTo: Position | null, limit: number): readonly unknown[];
  /** Reads the rows that have one word, and sorts those that match. */
  fromWord(word: string, after: Position, limit: number): readonly unknown[];
}

/** A search stops walking the list if it finds less than one match in this many rows. */
const rowsPerMatch = 4;

/** The words of members that begin with a typed word. Binds the organization and `wordRange`. */
export const wordMatches = `roster_member_word AS found
  WHERE found.organization_id = ? AND found.word >= ? AND found.word < coalesce(?, x'')`;

/** The bounds of the words that begin with this one. If no text comes after them, a BLOB does. */
export function wordRange(word: string): readonly SqliteValue[] {
  return [word, prefixEnd(word)];
}

/**
 * One page of a list, with a search or without.
 *
 * If matches are frequent, walking the list soon fills a page. If they are rare, it is quicker to sort them. Which is the
 * case cannot be known beforehand (every Zoe is at the end of the list), so a search walks a short way first, and then
 * sorts the matches after that.
 */
export function searchPage({ words, after, limit }: ListQuery, plans: SearchPlans): readonly unknown[] {
  const longest = words.toSorted((left, right) => right.length - left.length)[0];
  if (longest === undefined) return plans.walk(after, null, limit);
  const end = plans.positionAfter(after, rowsPerMatch * limit);
  const rows = plans.walk(after, end, limit);
  if (end === null || rows.length === limit) return rows;
  return [...rows, ...plans.fromWord(longest, end, limit - rows.length)];
}
