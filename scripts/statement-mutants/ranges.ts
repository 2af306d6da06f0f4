import type { Token } from "./tokens.ts";

/** Some tokens that follow each other: the first one, and the one after the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const clauseEnds = new Set(
  "WHERE GROUP ORDER LIMIT OFFSET RETURNING UNION EXCEPT THEN ELSE END FROM HAVING ON CROSS JOIN LEFT SELECT WINDOW".split(
    " ",
  ),
);

/** From a token to the end of its clause: the next keyword that begins another one, or the end of its parentheses. */
export function clauseFrom(tokens: readonly Token[], from: number, stopsAtComma = true): Range {
  const depth = tokens[from]?.depth ?? 0;
  let to = from;
  for (; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined || token.depth < depth) break;
    if (token.depth > depth) continue;
    if (clauseEnds.has(token.word) || (stopsAtComma && token.word === ",")) break;
  }
  return { from, to };
}

/** What is inside the parentheses that open at this token. */
export function inside(tokens: readonly Token[], open: number): Range {
  const depth = tokens[open]?.depth ?? 0;
  const close = tokens.findIndex((token, index) => index > open && token.word === ")" && token.depth === depth);
  return { from: open + 1, to: close === -1 ? tokens.length : close };
}

/** The parts of a range between these words, which are not inside further parentheses. */
export function splitBy(tokens: readonly Token[], { from, to }: Range, separator: string): readonly Range[] {
  const depth = tokens[from]?.depth ?? 0;
  const parts: Range[] = [];
  let start = from;
  let isBetween = false;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token?.depth !== depth) continue;
    if (token.word === "BETWEEN") isBetween = true;
    if (token.word !== separator) continue;
    // The AND of `x BETWEEN a AND b` joins no conditions.
    if (isBetween && separator === "AND") isBetween = false;
    else {
      parts.push({ from: start, to: index });
      start = index + 1;
    }
  }
  return [...parts, { from: start, to }];
}

/** The conditions of each WHERE, ON, HAVING, WHEN and pair of parentheses: lists of operands of AND, and of OR. */
export function conditionsOf(tokens: readonly Token[]): {
  readonly ands: readonly Range[];
  readonly ors: readonly Range[];
} {
  const regions = tokens.flatMap((token, index): readonly Range[] => {
    const next = tokens[index + 1]?.word;
    if (token.word === "ON" && next === "CONFLICT") return [];
    if (["WHERE", "ON", "HAVING", "WHEN"].includes(token.word)) return [clauseFrom(tokens, index + 1)];
    // A part of a statement may begin with AND.
    if (index === 0 && token.word === "AND") return [clauseFrom(tokens, 1)];
    if (token.word !== "(" || next === "SELECT" || next === "WITH") return [];
    const range = clauseFrom(tokens, index + 1, false);
    return isJoined(tokens, range) ? [range] : [];
  });
  const alternatives = regions.map((region) => splitBy(tokens, region, "OR"));
  const ors = alternatives.filter(({ length }) => length > 1).flat();
  const ands = alternatives.flat().flatMap((range) => splitBy(tokens, range, "AND"));
  // The only operand of a region inside another region's operand appears once.
  return { ands: ands.filter((range) => !ors.some((or) => or.from === range.from && or.to === range.to)), ors };
}

function isJoined(tokens: readonly Token[], { from, to }: Range): boolean {
  const depth = tokens[from]?.depth;
  return tokens.slice(from, to).some((token) => token.depth === depth && ["AND", "OR"].includes(token.word));
}
