import { columnChanges } from "./column-changes.ts";
import { clauseFrom, conditionsOf, inside, type Range, splitBy } from "./ranges.ts";
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

/** One line, without the numbers of parameters. */
export function plain(sql: string): string {
  return sql
    .replace(/"[^"]+"\.(?="?roster_)/g, "")
    .replace(/\$\d+/g, "$n")
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
  if (/^\d+$/.test(text) && !["SELECT", "RETURNING"].includes(before)) return [become(String(Number(text) + 1))];
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

function clauseChanges(sql: string, tokens: readonly Token[]): readonly Edit[] {
  return tokens.flatMap(({ word, start }, index): readonly Edit[] => {
    const of = (range: Range): string => sql.slice(tokens[range.from]?.start, tokens[range.to - 1]?.end);
    if (word === "LIMIT" || word === "OFFSET") {
      const range = clauseFrom(tokens, index + 1);
      const end = tokens[range.to - 1]?.end ?? start;
      const plus = (by: string): Edit => ({ what: `${word} «${of(range)}» ${by}`, edits: [[end, end, ` ${by}`]] });
      return word === "LIMIT" ? ["+ 1", "- 1", "+ 1000000"].map(plus) : ["+ 1", "- 1"].map(plus);
    }
    if (word === "ORDER") return orderChanges(sql, tokens, index);
    if (word === "BETWEEN") {
      const bounds = clauseFrom(tokens, index + 1);
      const [low, high] = splitBy(tokens, { from: bounds.from, to: bounds.to }, "AND");
      if (low === undefined || high === undefined) return [];
      const [lowEnd, highEnd] = [tokens[low.to - 1]?.end ?? start, tokens[high.to - 1]?.end ?? start];
      return [
        { what: `BETWEEN «${of(low)}» - 1`, edits: [[lowEnd, lowEnd, " - 1"]] },
        { what: `BETWEEN … AND «${of(high)}» + 1`, edits: [[highEnd, highEnd, " + 1"]] },
      ];
    }
    if (word === "COALESCE") {
      const values = splitBy(tokens, inside(tokens, index + 1), ",");
      return values.flatMap((range): readonly Edit[] => {
        const [first, last] = [tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0];
        const edits = [
          [first, first, "CASE WHEN 1=0 THEN "],
          [last, last, " END"],
        ] as const;
        return [{ what: `coalesce without «${of(range)}»`, edits }];
      });
    }
    return [];
  });
}

function orderChanges(sql: string, tokens: readonly Token[], index: number): readonly Edit[] {
  const clause = clauseFrom(tokens, index + 2, false);
  const [first, last] = [tokens[index], tokens[clause.to - 1]];
  if (first === undefined || last === undefined) return [];
  const terms = splitBy(tokens, clause, ",");
  return [
    { what: `drop «${sql.slice(first.start, last.end)}»`, edits: [[first.start, last.end, ""]] },
    ...terms.flatMap((term): readonly Edit[] => {
      const [from, end] = [tokens[term.from]?.start ?? 0, tokens[term.to - 1]];
      if (end === undefined) return [];
      const text = sql.slice(from, end.end);
      const isDescending = end.word === "DESC";
      const reversed = isDescending ? text.replace(/\s*DESC$/i, "") : `${text} DESC`;
      const edits = [[from, end.end, reversed]] as const;
      const constant = [[from, end.end, "(SELECT 1)"]] as const;
      const dropped = terms.length > 1 ? [{ what: `drop «${text}» of ORDER BY`, edits: constant }] : [];
      return [{ what: `reverse «${text}» of ORDER BY`, edits }, ...dropped];
    }),
  ];
}
