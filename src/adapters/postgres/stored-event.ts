import type { RosterEvent } from "../../domain/facts/event.ts";

/** The bodies of events as one JSON array, in order of sequence; the table's alias is `e`. */
export const eventBodies = `'[' || string_agg(e.body, ',' ORDER BY e.sequence) || ']'`;

/** The events in a column of `eventBodies`, which is null for none. */
export function eventsOf(column: string | null | undefined): readonly RosterEvent[] {
  return JSON.parse(column ?? "[]") as readonly RosterEvent[];
}
