import { mutantsOf, plain } from "./changes.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** One place of the adapter's SQL, changed. */
export interface StatementMutant {
  /** The statement, or the part that several statements share, on one line. */
  readonly part: string;
  readonly change: string;
}

const dataStatement = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/** True for a statement about the roster's rows: not for a migration, a setting or a transaction. */
export function isMutable(sql: string): boolean {
  return (
    dataStatement.test(sql) && sql.includes("roster_") && !sql.includes("roster_migration") && !sql.includes("d_guard")
  );
}

/**
 * The parts of a statement, which together are its text.
 *
 * A statement for PostgreSQL is put together from named subqueries, conditions and columns. One of them is in many
 * statements but in one place of the source, so it is changed in all of them at once.
 */
export function partsOf(sql: string): readonly string[] {
  if (sql.includes("?") || !/^\s*(?:WITH|SELECT \()/i.test(sql)) return [sql];
  const tokens = tokensOf(sql);
  const cuts = tokens.flatMap(({ word, depth, start, end }, index) => {
    if (depth === 0 && (word === "," || word === "WITH")) return [start, end];
    if (depth === 0 && word === "SELECT" && index > 0) return [start];
    const isLast = word === ")" && tokens[index + 1]?.word === "THEN";
    const isCondition = depth <= 2 && depth > 0 && (word === "AND" || tokens[index - 1]?.word === "OR" || isLast);
    return isCondition && conditional.has(nameAt(tokens, index)) ? [start] : [];
  });
  return [0, ...cuts].map((cut, index) => sql.slice(cut, cuts[index] ?? sql.length));
}

/** Each of their conditions is a part of its own, because they are combined in many ways. */
const conditional = new Set(["PRECONDITIONS", "ALL_ROWS_WRITTEN"]);

/** The name of the subquery or column that a token is in: the former has its name before its text, the latter after. */
function nameAt(tokens: readonly Token[], index: number): string {
  const isOutside = ({ depth, word }: Token): boolean => depth === 0 && (word === "AS" || word === "SELECT");
  const before = tokens.findLastIndex((token, at) => at < index && isOutside(token));
  if (tokens[before]?.word === "AS" && tokens[before + 1]?.word !== "ALL_ROWS_WRITTEN") {
    const own = tokens[before - 1]?.word ?? "";
    if (conditional.has(own)) return own;
  }
  const after = tokens.findIndex((token, at) => at > index && isOutside(token));
  return tokens[after + 1]?.word ?? "";
}

/** Every mutant of these statements, each once. */
export function statementMutants(statements: Iterable<string>): readonly StatementMutant[] {
  const parts = new Set<string>();
  for (const sql of statements) for (const part of partsOf(sql)) parts.add(plain(part));
  return [...parts].flatMap((part) => mutantsOf(part).map(({ change }) => ({ part, change })));
}

/** The statement with this change, or unchanged if it does not have that part. */
export function mutated(sql: string, { part, change }: StatementMutant): string {
  return partsOf(sql)
    .map((each) => {
      if (plain(each) !== part) return each;
      return mutantsOf(each).find((mutant) => mutant.change === change)?.text ?? each;
    })
    .join("");
}
