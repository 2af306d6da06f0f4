import type { ListQuery } from "../../../application/ports/queries.ts";
import { prefixEnd } from "../../sql/prefix-end.ts";
import { firstRows } from "../first-rows.ts";
import { indexedPart } from "../indexed-word.ts";
import type { Scope } from "../scope.ts";
import { startOf } from "./keyset.ts";
import { hasWords } from "./word-conditions.ts";

/** Two ways to read one list. Both give its columns, among them `name_key`, `id` and `search_text`. */
export interface ListPlan {
  /** The rows behind a place, as they are sorted. */
  readonly inOrder: (start: string) => string;
  /** Those behind a place that have a word in this condition's range, in any order; null where a list is only walked. */
  readonly fromWord: ((range: string, start: string) => string) | null;
  /** What only some rows of both have; null where all have it. */
  readonly filter: string | null;
}

/** A walk that finds less than one match in so many rows is given up. */
const worthWalking = 4;

/**
 * The page of a list as a query named `page`, with a search or without.
 *
 * Walking soon fills a page where matches are frequent, and sorting is quick where they are few. Which it is cannot be
 * told beforehand (every Zoe stands at the end of the list), so a search walks a short way and sorts what comes after.
 */
export function pageParts(scope: Scope, query: ListQuery, plan: ListPlan): readonly string[] {
  const { bind } = scope;
  const { words, after, limit } = query;
  const start = startOf(bind, after);
  const longest = words.toSorted((left, right) => right.length - left.length)[0];
  const sorted = (rows: string, conditions: readonly (string | null)[]): string => {
    const where = conditions.filter((condition) => condition !== null).join(" AND ");
    return `SELECT r.* FROM ${rows} AS r${where === "" ? "" : ` WHERE ${where}`} ORDER BY r.name_key, r.id LIMIT ${bind.integer(limit)}`;
  };
  const matches = words.length === 0 ? null : hasWords(bind, words);
  if (longest === undefined || plan.fromWord === null) {
    const walked = matches === null && plan.filter === null ? firstRows(bind, plan.inOrder(start), limit) : null;
    return [`page AS MATERIALIZED (${walked ?? sorted(`(${plan.inOrder(start)})`, [plan.filter, matches])})`];
  }
  const steps = worthWalking * limit;
  const edge = `SELECT e.name_key, e.id FROM walked AS e ORDER BY e.name_key DESC, e.id DESC LIMIT 1`;
  const isWanted = `(SELECT count(*) FROM walked) = ${bind.integer(steps)}
    AND (SELECT count(*) FROM near) < ${bind.integer(limit)}`;
  return [
    `walked AS MATERIALIZED (${firstRows(bind, plan.inOrder(start), steps)})`,
    `near AS MATERIALIZED (${sorted("walked", [plan.filter, matches])})`,
    `far AS MATERIALIZED (${sorted(`(${plan.fromWord(wordRange(scope, longest), edge)})`, [isWanted, plan.filter, matches])})`,
    `page AS MATERIALIZED (${sorted("(SELECT * FROM near UNION ALL SELECT * FROM far)", [])})`,
  ];
}

/** The words that begin with this one; the alias of their table is `f`. */
function wordRange({ bind }: Scope, typed: string): string {
  const word = indexedPart(typed);
  const end = prefixEnd(word);
  const atLeast = `f.word >= ${bind.text(word)}`;
  return end === null ? atLeast : `${atLeast} AND f.word < ${bind.text(end)}`;
}

/**
 * The people behind a place who have a word in this range, as they are sorted. Whoever joins them one by one and sorts
 * by these very columns stops as soon as the page is full.
 */
export function peopleFrom({ tables, organization }: Scope, range: string, start: string): string {
  return `SELECT DISTINCT f.name_key, f.user_id FROM ${tables.memberWord} AS f
      WHERE f.organization_id = ${organization} AND ${range} AND (f.name_key, f.user_id) > (${start})
      ORDER BY f.name_key, f.user_id`;
}
