import type { RosterEvent } from "../../domain/facts/event.ts";

/** The bodies of events as one JSON array, in order of sequence. The alias of the table must be `event`. */
export const eventBodies = `'[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']'`;

/** The events in a column made by `eventBodies`, which is null if there are none. */
export function eventsOf(column: string | null | undefined): readonly RosterEvent[] {
  return JSON.parse(column ?? "[]") as readonly RosterEvent[];
}
