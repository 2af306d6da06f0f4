import type { Row, Statement } from "./connection.ts";

/** A statement that only reads, and how to read the one row that it returns. */
export interface Reading<Answer> {
  readonly statement: Statement;
  readonly answerOf: (row: Row | undefined) => Answer;
}

/** The rows in a column made by `json_agg`, which is null if there are none. */
export function jsonRows(column: string | null | undefined): readonly unknown[] {
  return JSON.parse(column ?? "[]") as readonly unknown[];
}

/** The one row in a column made by `json_build_array`, or null. */
export function jsonRow(column: string | null | undefined): unknown {
  return JSON.parse(column ?? "null");
}
