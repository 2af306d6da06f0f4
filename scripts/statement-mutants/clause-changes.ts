import type { Edit } from "./changes.ts";
import { clauseFrom, inside, type Range, splitBy } from "./ranges.ts";
import type { Token } from "./tokens.ts";

/** Changes of LIMIT, OFFSET, ORDER BY, BETWEEN and coalesce. */
export function clauseChanges(sql: string, tokens: readonly Token[]): readonly Edit[] {
  return tokens.flatMap(({ word, start }, index): readonly Edit[] => {
    const of = (range: Range): string => sql.slice(tokens[range.from]?.start, tokens[range.to - 1]?.end);
    if (word === "LIMIT" || word === "OFFSET") {
      const range = clauseFrom(tokens, index + 1);
      if (isHint(tokens, range)) return [];
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

/** True for a limit that only tells PostgreSQL's planner how few rows to expect: `LIMIT n) AS bounded`. */
export function isHint(tokens: readonly Token[], { to }: Range): boolean {
  return tokens[to]?.word === ")" && tokens[to + 2]?.word === "BOUNDED";
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
