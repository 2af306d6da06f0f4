import { clauseChanges, isHint } from "./clause-changes.ts";
import { columnChanges } from "./column-changes.ts";
import { conditionsOf, type Range } from "./ranges.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A statement, or a part of one, that was changed in one place. */
export interface Mutant {
  /** What was changed, in words. Unique among the mutants of one text. */
  readonly change: string;
  readonly text: string;
}

/** A change before it is applied: the characters from `start` to `end` are replaced. */
export interface Edit {
  readonly what: string;
  readonly edits: readonly (readonly [start: number, end: number, text: string])[];
}

/** Every mutant of a text, each text once. The same in each run, whatever the numbers of the parameters are. */
export function mutantsOf(sql: string): readonly Mutant[] {
  const tokens = tokensOf(sql);
  const all = [
    ...conditionChanges(sql, tokens),
    ...tokens.flatMap((token, index) => signChanges(tokens, token, index)),
    ...clauseChanges(sql, tokens),
    ...columnChanges(sql, tokens),
  ];
  const seen = new Map<string, number>();
  return all.map(({ what: described, edits }) => {
    const what = plain(described);
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return { change: count === 1 ? what : `${what} (${count})`, text: apply(sql, edits) };
  });
}

function apply(sql: string, edits: Edit["edits"]): string {
  return edits
    .toSorted(([left], [right]) => right - left)
    .reduce((text, [start, end, replacement]) => text.slice(0, start) + replacement + text.slice(end), sql);
}

/** One line, without what differs between uses of the same SQL: schema, numbers of parameters, sizes in planner hints. */
export function plain(sql: string): string {
  return sql
    .replace(/"[^"]+"\.(?="?roster_)/g, "")
    .replace(/\$\d+/g, "$n")
    .replace(/LIMIT \d+(?=\) AS bounded)/g, "LIMIT n")
    .replace(/\s+/g, " ")
    .trim();
}

/** Widens each operand of AND to true, and drops each operand of OR. */
function conditionChanges(sql: string, tokens: readonly Token[]): readonly Edit[] {
  const { ands, ors } = conditionsOf(tokens);
  const wrap = (range: Range, verb: string, constant: string): readonly Edit[] => {
    const [first, last] = [tokens[range.from], tokens[range.to - 1]];
    if (first === undefined || last === undefined || range.to <= range.from) return [];
    const what = `${verb} «${sql.slice(first.start, last.end)}»`;
    // The operand stays in the text, so that the statement still has all its parameters.
    return [
      {
        what,
        edits: [
          [first.start, first.start, "("],
          [last.end, last.end, ` ${constant})`],
        ],
      },
    ];
  };
  return [
    ...ands.flatMap((range) => wrap(range, "drop", "OR 1=1")),
    ...ors.flatMap((range) => wrap(range, "never", "AND 1=0")),
  ];
}

const otherSigns: Readonly<Record<string, readonly string[]>> = {
  ">": [">=", "<"],
  "<": ["<=", ">"],
  ">=": [">"],
  "<=": ["<"],
  "<>": ["="],
  "=": ["<>", ">="],
};

function signChanges(tokens: readonly Token[], token: Token, index: number): readonly Edit[] {
  const { text, word, start, end } = token;
  const [before, next] = [tokens[index - 1]?.word ?? "", tokens[index + 1]];
  const where = `after «${tokens
    .slice(Math.max(0, index - 3), index)
    .map((each) => each.text)
    .join(" ")}»`;
  const become = (other: string): Edit => ({
    what: `«${text}» becomes «${other}» ${where}`,
    edits: [[start, end, other]],
  });
  if (word === "=" && isAssignment(tokens, index)) return [];
  if (word in otherSigns) return (otherSigns[word] ?? []).map(become);
  if (word === "EXISTS") {
    const not = tokens[index - 1];
    if (before !== "NOT" || not === undefined) return [become("NOT EXISTS")];
    return [{ what: `«NOT EXISTS» becomes «EXISTS» ${where}`, edits: [[not.start, not.end, ""]] }];
  }
  if (word === "DISTINCT" && before !== "IS" && before !== "NOT") return [become("")];
  if (word === "IS" && next?.word !== "DISTINCT")
    return next?.word === "NOT"
      ? [{ what: `«IS NOT» becomes «IS» ${where}`, edits: [[next.start, next.end, ""]] }]
      : [become("IS NOT")];
  if (word === "UNION") return next?.word === "ALL" ? [] : [become("UNION ALL")];
  if (word === "EXCEPT") return [become("INTERSECT"), become("EXCEPT ALL")];
  if (word === "COLLATE" && next !== undefined)
    return [{ what: `drop COLLATE ${where}`, edits: [[start, next.end, ""]] }];
  // In `EXISTS (SELECT 1 …)` and `RETURNING 1` the value does not matter.
  if (
    /^\d+$/.test(text) &&
    !isHint(tokens, { from: index, to: index + 1 }) &&
    !["SELECT", "RETURNING"].includes(before)
  )
    return [become(String(Number(text) + 1))];
  if (text.startsWith("'")) return [become("'mutant'")];
  return [];
}

/** True for the `=` of `SET column = value`. */
function isAssignment(tokens: readonly Token[], index: number): boolean {
  const depth = tokens[index]?.depth;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.depth < (depth ?? 0)) return false;
    if (token.depth !== depth) continue;
    if (token.word === "SET") return true;
    if (["WHERE", "ON", "WHEN", "SELECT", "FROM"].includes(token.word)) return false;
  }
  return false;
}
