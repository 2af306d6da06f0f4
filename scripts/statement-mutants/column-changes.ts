import type { Edit } from "./changes.ts";
import { clauseFrom, inside, type Range, splitBy } from "./ranges.ts";
import type { Token } from "./tokens.ts";

/** Changes of what is written, how conflicts end, what is compared as a row, and how tables are joined. */
export function columnChanges(sql: string, tokens: readonly Token[]): readonly Edit[] {
  return tokens.flatMap(({ word, start, depth }, index): readonly Edit[] => {
    switch (word) {
      case "INSERT":
        return swaps(sql, tokens, columnsOf(tokens, index));
      case "JSON_BUILD_ARRAY":
        return swaps(sql, tokens, inside(tokens, index + 1));
      case "SET":
        return assignments(tokens, index);
      case "CONFLICT":
        return conflicts(tokens, index);
      case "(":
        return rowValues(sql, tokens, index);
      case "JOIN":
        return joins(sql, tokens, index);
      case "FOR":
        return [
          { what: "drop FOR …", edits: [[start, tokens.findLast((token) => token.depth === depth)?.end ?? start, ""]] },
        ];
      default:
        return [];
    }
  });
}

function columnsOf(tokens: readonly Token[], insert: number): Range {
  return inside(
    tokens,
    tokens.findIndex(({ word }, at) => at > insert && word === "("),
  );
}

/** Each two neighbors of a list, swapped. */
function swaps(sql: string, tokens: readonly Token[], list: Range): readonly Edit[] {
  const items = splitBy(tokens, list, ",").map(
    ({ from, to }) => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0] as const,
  );
  return items.slice(1).map(([start, end], index): Edit => {
    const [left, right] = items[index] ?? [0, 0];
    const [one, other] = [sql.slice(left, right), sql.slice(start, end)];
    return {
      what: `swap «${one}» and «${other}»`,
      edits: [
        [left, right, other],
        [start, end, one],
      ],
    };
  });
}

/** Each `column = value` of SET, with the column keeping its value. */
function assignments(tokens: readonly Token[], set: number): readonly Edit[] {
  const alias = tokens[set - 1]?.text ?? "";
  const owner = tokens[set - 2]?.word === "AS" ? `${alias}.` : "";
  return splitBy(tokens, clauseFrom(tokens, set + 1, false), ",").flatMap(({ from, to }): readonly Edit[] => {
    const [column, value, end] = [tokens[from], tokens[from + 2], tokens[to - 1]];
    if (column === undefined || value === undefined || end === undefined) return [];
    if (tokens[set - 1]?.word === "UPDATE") return [];
    const kept = `CASE WHEN 1=1 THEN ${owner}${column.text} ELSE `;
    return [
      {
        what: `keep «${column.text}» in SET`,
        edits: [
          [value.start, value.start, kept],
          [end.end, end.end, " END"],
        ],
      },
    ];
  });
}

function conflicts(tokens: readonly Token[], index: number): readonly Edit[] {
  const on = tokens[index - 1];
  const action = tokens.findIndex(({ word }, at) => at > index && word === "DO");
  const [begin, verb] = [tokens[action], tokens[action + 1]];
  const insert = tokens.findLast(({ word }, at) => at < index && word === "INSERT");
  if (on === undefined || begin === undefined || verb === undefined || insert === undefined) return [];
  if (verb.word === "NOTHING")
    return [
      { what: "drop ON CONFLICT DO NOTHING", edits: [[on.start, verb.end, ""]] },
      {
        what: "INSERT OR REPLACE",
        edits: [
          [insert.end, insert.end, " OR REPLACE"],
          [on.start, verb.end, ""],
        ],
      },
    ];
  const end = tokens.findLast(({ depth }) => depth === begin.depth)?.end ?? verb.end;
  const last = tokens.find(({ word, depth }, at) => at > action && word === ")" && depth < begin.depth)?.start ?? end;
  return [{ what: "ON CONFLICT DO NOTHING instead of DO UPDATE", edits: [[begin.start, last, "DO NOTHING"]] }];
}

/** In `(a, b) > (?, ?)`: each column on the left replaced by an empty text, so that it no longer decides. */
function rowValues(sql: string, tokens: readonly Token[], open: number): readonly Edit[] {
  const list = inside(tokens, open);
  const sign = tokens[list.to + 1];
  if (sign === undefined || !["<", ">", "<=", ">="].includes(sign.word)) return [];
  const columns = splitBy(tokens, list, ",");
  if (columns.length < 2) return [];
  return columns.map(({ from, to }): Edit => {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    return {
      what: `«${sql.slice(start, end)}» does not decide in the row value before «${sign.text}»`,
      edits: [[start, end, "''"]],
    };
  });
}

/** An inner join becomes a left join. */
function joins(sql: string, tokens: readonly Token[], index: number): readonly Edit[] {
  const [kind, join] = [tokens[index - 1], tokens[index]];
  if (kind === undefined || join === undefined) return [];
  if (kind.word === "LEFT") return [{ what: "JOIN instead of LEFT JOIN", edits: [[kind.start, kind.end, ""]] }];
  if (kind.word !== "CROSS") return [{ what: "LEFT JOIN instead of JOIN", edits: [[join.start, join.start, "LEFT "]] }];
  const { to } = clauseFrom(tokens, index + 1);
  const end = tokens[to - 1]?.end ?? join.end;
  return [
    {
      what: `LEFT JOIN instead of CROSS JOIN of «${sql.slice(tokens[index + 1]?.start, end).slice(-60)}»`,
      edits: [
        [kind.start, kind.end, "LEFT"],
        [end, end, " ON 1=1"],
      ],
    },
  ];
}
