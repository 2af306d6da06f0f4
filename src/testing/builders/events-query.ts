import { need } from "../../application/ports/need.ts";
import type { EventsQuery } from "../../application/ports/queries.ts";

/** A query for all events. */
export function eventsQuery(parts: Partial<EventsQuery> = {}): EventsQuery {
  return { need: need({}), workspaceId: null, userId: null, operationId: null, ...parts };
}
