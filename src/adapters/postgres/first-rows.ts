import type { Bindings } from "./bindings.ts";

const smallest = 64;
const step = 8;

/**
 * The first rows of a query that an index gives in its order.
 *
 * A planner that does not know the limit, since it is a value, takes it for a tenth of the table and may sort the whole
 * organization. So the text has a bound too, one of a few, that is not smaller than the limit.
 */
export function firstRows(bind: Bindings, query: string, limit: number): string {
  let bound = smallest;
  while (bound < limit) bound *= step;
  return `SELECT * FROM (${query} LIMIT ${bound}) AS b LIMIT ${bind.integer(limit)}`;
}
