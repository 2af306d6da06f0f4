import type { ListQuery, Position } from "../../../application/ports/queries.ts";
import { prefixEnd } from "../../sql/prefix-end.ts";
import type { SqliteValue } from "../sqlite-database.ts";

/** Two ways to read one list; both give it in its order. */
export interface SearchPlans {
  /** The place so many rows after the given one, or null where fewer follow. */
  placeAfter(after: Position | null, rows: number): Position | null;
  /** Reads the list as it is sorted and leaves out what does not match. */
  walk(after: Position | null, upTo: Position | null, limit: number): readonly unknown[];
  /** Reads all that match one word and sorts them. */
  fromWord(word: string, after: Position, limit: number): readonly unknown[];
}

/** A walk that finds less than one match in so many rows is given up. */
const worthWalking = 4;

/** Those words of members that begin with a given one. Binds the organization and `wordRange`. */
export const wordMatches = `roster_member_word AS found
  WHERE found.organization_id = ? AND found.word >= ? AND found.word < coalesce(?, x'')`;

/** The bounds of the words that begin with this one. Where no text comes after them a BLOB does. */
export function wordRange(word: string): readonly SqliteValue[] {
  return [word, prefixEnd(word)];
}

/**
 * One page of a list, with a search or without.
 *
 * Walking soon fills a page where matches are frequent, and sorting is quick where they are few. Which it is cannot be
 * told beforehand (every Zoe stands at the end of the list), so a search walks a short way and sorts what comes after.
 */
export function searchPage({ words, after, limit }: ListQuery, plans: SearchPlans): readonly unknown[] {
  const longest = words.toSorted((left, right) => right.length - left.length)[0];
  if (longest === undefined) return plans.walk(after, null, limit);
  const end = plans.placeAfter(after, worthWalking * limit);
  const rows = plans.walk(after, end, limit);
  if (end === null || rows.length === limit) return rows;
  return [...rows, ...plans.fromWord(longest, end, limit - rows.length)];
}
