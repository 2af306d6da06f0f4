import type { PostgresValue } from "./postgres-client.ts";

const special = /["\\]/;
const eachSpecial = /["\\]/g;

/** An array as PostgreSQL reads it from text. One text is delivered alike by every driver; an array is not. */
export function arrayLiteral(values: readonly PostgresValue[]): string {
  // Almost always; it takes half the time, and a commit may have arrays of tens of thousands.
  const isPlain = values.length > 0 && values.every((value) => value !== null && !special.test(value));
  return isPlain ? `{"${values.join('","')}"}` : `{${values.map(elementOf).join(",")}}`;
}

function elementOf(value: PostgresValue): string {
  if (value === null) return "NULL";
  return special.test(value) ? `"${value.replace(eachSpecial, "\\$&")}"` : `"${value}"`;
}
