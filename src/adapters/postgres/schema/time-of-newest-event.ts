import type { Tables } from "../tables.ts";

/** Version 2: the guard has the time of the organization's newest event, so that no later event gets an earlier time. */
export function timeOfNewestEvent({ guard, event }: Tables): readonly string[] {
  return [
    `ALTER TABLE ${guard} ADD COLUMN last_at text COLLATE "C"`,
    `UPDATE ${guard} AS g SET last_at = (SELECT e.body::json ->> 'at' FROM ${event} AS e
  WHERE e.organization_id = g.organization_id AND e.sequence = g.last_sequence)`,
  ];
}
