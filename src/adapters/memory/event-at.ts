import type { RosterEvent } from "../../domain/facts/event.ts";
import { firstIndex } from "./first-index.ts";

/** The event with a sequence, among events in order of sequence. */
export function eventAt(events: readonly RosterEvent[], sequence: number): RosterEvent | undefined {
  const event = events[firstIndex(events, (each) => each.sequence >= sequence)];
  return event?.sequence === sequence ? event : undefined;
}
