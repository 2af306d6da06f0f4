import type { RosterEvent } from "../../domain/facts/event.ts";

/** The event in a row of `roster_event`, of which its `body` is the whole. */
export function eventOf(row: unknown): RosterEvent {
  return JSON.parse((row as { readonly body: string }).body) as RosterEvent;
}
