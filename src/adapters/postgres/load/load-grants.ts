import type { Scope } from "../scope.ts";
import { eventBodies } from "../stored-event.ts";

/** The column with the events that gave these assignments, each once. */
export function grantsColumn({ tables, organization }: Scope, assignments: string): string {
  const one = `SELECT e.sequence, e.body FROM ${tables.event} AS e
    WHERE e.organization_id = ${organization} AND e.sequence = k.sequence LIMIT 1`;
  return `(SELECT ${eventBodies} FROM (SELECT DISTINCT a.sequence FROM (${assignments}) AS a) AS k
    CROSS JOIN LATERAL (${one}) AS e) AS grants`;
}
