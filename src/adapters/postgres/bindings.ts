import { arrayLiteral } from "./array-literal.ts";
import type { PostgresValue } from "./postgres-client.ts";

/**
 * The values of one statement, numbered as they are bound. Each method answers what stands for the value in the text.
 *
 * Every value is declared to be text and cast from there: a driver that asks the server for the type of a parameter, as
 * postgres.js and PGlite do, then sends the text as it is.
 */
export interface Bindings {
  readonly values: PostgresValue[];
  text(value: PostgresValue): string;
  integer(value: number): string;
  /** An array. As a query of its own: what it holds, and how much, is then no matter for the planner. */
  texts(values: readonly PostgresValue[]): string;
  integers(values: readonly number[]): string;
  /** Rows of texts without a line feed, none of them empty: for long texts much faster than an array. */
  lines(values: readonly string[]): string;
}

export function createBindings(): Bindings {
  const values: PostgresValue[] = [];
  function text(value: PostgresValue): string {
    values.push(value);
    return `$${values.length}::text`;
  }
  return {
    values,
    text,
    integer: (value) => `${text(String(value))}::bigint`,
    texts: (given) => `(SELECT ${text(arrayLiteral(given))}::text[])`,
    integers: (given) => `(SELECT ${text(`{${given.join(",")}}`)}::bigint[])`,
    lines: (given) => `string_to_table(${text(given.join("\n"))}, chr(10))`,
  };
}
