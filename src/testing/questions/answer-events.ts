import type { EventsQuery } from "../../application/ports/queries.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { Rows } from "./rows.ts";

export type EventFilters = Omit<EventsQuery, "need">;

/** How each filter is judged, by plain comparison. */
const passes: { readonly [Filter in keyof EventFilters]: (event: RosterEvent, asked: EventFilters) => boolean } = {
  workspaceId: (event, asked) =>
    asked.workspaceId === null || ("workspaceId" in event && event.workspaceId === asked.workspaceId),
  userId: (event, asked) => asked.userId === null || ("userId" in event && event.userId === asked.userId),
  operationId: (event, asked) => asked.operationId === null || event.operationId === asked.operationId,
};

/** All events that pass the filters, in order of sequence. */
export function wholeFeed({ events }: Rows, asked: EventFilters): readonly RosterEvent[] {
  const filters = Object.values(passes);
  return events.filter((event) => filters.every((isPassed) => isPassed(event, asked)));
}
