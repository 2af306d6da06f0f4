import type { Row, Statement } from "./connection.ts";

/** A statement that only reads, and what its row means. */
export interface Reading<Answer> {
  readonly statement: Statement;
  readonly answerOf: (row: Row | undefined) => Answer;
}
