import type { Bindings } from "./bindings.ts";

/**
 * The same rows, with a limit that makes the planner estimate few of them, so that it looks each one up by its key. It
 * would otherwise read the whole organization, which it takes to be as small as most are. It cannot know the limit, and
 * estimates a tenth of the rows then.
 *
 * For the same reason the rows carry the organization's id. A join compares with that column and not with the value: by
 * the value alone, the planner could choose to read the organization.
 */
export function fewRows(query: string): string {
  return `${query} LIMIT (SELECT NULL::bigint)`;
}

const smallestBound = 64;
const boundFactor = 8;

/**
 * The first rows of a query, in the order in which an index delivers them.
 *
 * The limit is a value that the planner does not know. It would estimate a tenth of the table and might sort the whole
 * organization. So the text has a constant bound too: one of a few, not smaller than the limit.
 */
export function firstRows(bind: Bindings, query: string, limit: number): string {
  let bound = smallestBound;
  while (bound < limit) bound *= boundFactor;
  return `SELECT * FROM (${query} LIMIT ${bound}) AS bounded LIMIT ${bind.integer(limit)}`;
}
