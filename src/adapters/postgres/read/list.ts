import type { ListQuery, Position } from "../../../application/ports/queries.ts";
import { prefixEnd } from "../../sql/prefix-end.ts";
import { typedWords } from "../../sql/typed-words.ts";
import type { Bindings } from "../bindings.ts";
import { indexedPart } from "../indexed-word.ts";
import { firstRows } from "../plan-hints.ts";
import type { Scope } from "../scope.ts";

/** Two ways to read one list. Both return its columns, among them `name_key`, `id` and `search_text`. */
export interface ListPlan {
  /** The rows after a position, in the order of the list. */
  readonly inOrder: (start: string) => string;
  /** The rows after a position that have a word in this range, in any order; null if the list is only read in order. */
  readonly fromWord: ((range: string, start: string) => string) | null;
  /** A further condition on the rows of both, or null. */
  readonly filter: string | null;
}

/** A search stops walking the list if it finds less than one match in this many rows. */
const rowsPerMatch = 4;

/**
 * The page of a list as a query named `page`, with or without a search.
 *
 * If matches are frequent, walking the list soon fills a page. If they are rare, it is quicker to sort them. Which is the
 * case cannot be known beforehand (every Zoe is at the end of the list), so a search walks a short way first, and then
 * sorts the matches after that.
 */
export function pageParts(scope: Scope, query: ListQuery, plan: ListPlan): readonly string[] {
  const { bind } = scope;
  const { words, after, limit } = query;
  const start = startOf(bind, after);
  const longest = words.toSorted((left, right) => right.length - left.length)[0];
  const sorted = (rows: string, conditions: readonly (string | null)[]): string => {
    const where = conditions.filter((condition) => condition !== null).join(" AND ");
    return `SELECT item.* FROM ${rows} AS item${where === "" ? "" : ` WHERE ${where}`}
    ORDER BY item.name_key, item.id LIMIT ${bind.integer(limit)}`;
  };
  const isMatch = words.length === 0 ? null : hasWords(bind, words);
  if (longest === undefined || plan.fromWord === null) {
    const walked = isMatch === null && plan.filter === null ? firstRows(bind, plan.inOrder(start), limit) : null;
    return [`page AS MATERIALIZED (${walked ?? sorted(`(${plan.inOrder(start)})`, [plan.filter, isMatch])})`];
  }
  const steps = rowsPerMatch * limit;
  const end = `SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1`;
  const goesOn = `(SELECT count(*) FROM walked) = ${bind.integer(steps)}
    AND (SELECT count(*) FROM matches_walked) < ${bind.integer(limit)}`;
  const beyond = `(${plan.fromWord(wordRange(scope, longest), end)})`;
  return [
    `walked AS MATERIALIZED (${firstRows(bind, plan.inOrder(start), steps)})`,
    `matches_walked AS MATERIALIZED (${sorted("walked", [plan.filter, isMatch])})`,
    `matches_beyond AS MATERIALIZED (${sorted(beyond, [goesOn, plan.filter, isMatch])})`,
    `page AS MATERIALIZED (${sorted("(SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond)", [])})`,
  ];
}

/** The right side of `(name_key, id) > (…)`. No id is empty, so two empty strings come before every row. */
function startOf(bind: Bindings, after: Position | null): string {
  const { nameKey, id } = after ?? { nameKey: "", id: "" };
  return `${bind.text(nameKey)}, ${bind.text(id)}`;
}

/** True for a row of `item` if each typed word is a prefix of a word in its search text. */
function hasWords(bind: Bindings, words: readonly string[]): string {
  const { few, rest } = typedWords(words);
  const contains = few.map((word) => `strpos(item.search_text, ${bind.text(word)}) > 0`);
  if (rest === null) return contains.join(" AND ");
  const containsRest = `NOT EXISTS (
    SELECT 1 FROM unnest(${bind.texts(rest)}) AS typed (word) WHERE strpos(item.search_text, typed.word) = 0)`;
  return [...contains, containsRest].join(" AND ");
}

/** The words that begin with this one. The alias of their table must be `found`. */
function wordRange({ bind }: Scope, typed: string): string {
  const word = indexedPart(typed);
  const end = prefixEnd(word);
  const atLeast = `found.word >= ${bind.text(word)}`;
  return end === null ? atLeast : `${atLeast} AND found.word < ${bind.text(end)}`;
}

/**
 * The people after a position who have a word in this range, in the order of the list. A query that joins them one by one
 * and sorts by these very columns stops as soon as its page is full.
 */
export function peopleFrom({ tables, organization }: Scope, range: string, start: string): string {
  return `SELECT DISTINCT found.name_key, found.user_id FROM ${tables.memberWord} AS found
      WHERE found.organization_id = ${organization} AND ${range} AND (found.name_key, found.user_id) > (${start})
      ORDER BY found.name_key, found.user_id`;
}
