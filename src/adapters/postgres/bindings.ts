import type { PostgresValue } from "./postgres-client.ts";

/**
 * The values of one statement, numbered in the order in which they are bound. Each method binds a value and returns the
 * SQL that stands for it.
 *
 * Every parameter is declared as text and cast from there. Drivers that ask the server for the type of a parameter, such
 * as postgres.js and PGlite, then send the text as it is.
 */
export interface Bindings {
  readonly values: PostgresValue[];
  text(value: PostgresValue): string;
  integer(value: number): string;
  /** An array, as a subquery of its own: this keeps the plan independent of the array's contents and length. */
  texts(values: readonly PostgresValue[]): string;
  integers(values: readonly number[]): string;
  /** Rows of non-empty texts without line feeds. Much faster than an array if the texts are long. */
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

const special = /["\\]/;
const eachSpecial = /["\\]/g;

/** An array in PostgreSQL's text format. Drivers convert arrays differently, but every driver passes a text through unchanged. */
export function arrayLiteral(values: readonly PostgresValue[]): string {
  // The common case, in half the time: a commit may have arrays of tens of thousands of values.
  const isPlain = values.length > 0 && values.every((value) => value !== null && !special.test(value));
  return isPlain ? `{"${values.join('","')}"}` : `{${values.map(elementOf).join(",")}}`;
}

function elementOf(value: PostgresValue): string {
  if (value === null) return "NULL";
  return special.test(value) ? `"${value.replace(eachSpecial, "\\$&")}"` : `"${value}"`;
}
