import type { PostgresValue } from "./postgres-client.ts";

const special = /["\\]/;
const eachSpecial = /["\\]/g;

/** An array as PostgreSQL reads it from text. One text is delivered alike by every driver; an array is not. */
export function arrayLiteral(values: readonly PostgresValue[]): string {
  return `{${values.map(elementOf).join(",")}}`;
}

function elementOf(value: PostgresValue): string {
  if (value === null) return "NULL";
  return special.test(value) ? `"${value.replace(eachSpecial, "\\$&")}"` : `"${value}"`;
}
