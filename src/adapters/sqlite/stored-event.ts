import type { RosterEvent } from "../../domain/facts/event.ts";

/** The event in a row of `roster_event`, whose `body` is the whole event. */
export function eventOf(row: unknown): RosterEvent {
  return JSON.parse((row as { readonly body: string }).body) as RosterEvent;
}
