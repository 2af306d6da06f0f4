/**
 * The same rows, of which the planner expects one: it then looks each up by its key in place of reading the organization
 * as a whole, which it takes to be as small as most are. A limit that it cannot know counts as a tenth of the rows.
 */
export function fewRows(query: string): string {
  return `${query} LIMIT (SELECT NULL::bigint)`;
}
