import type { EventsQuery } from "../../application/ports/queries.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { firstIndex } from "./first-index.ts";
import type { OrganizationState } from "./organization-state.ts";

/** At most `limit` events after a sequence that match the query, in order of sequence. */
export function listEvents(
  state: OrganizationState,
  after: number,
  limit: number,
  query: EventsQuery,
): readonly RosterEvent[] {
  const { events } = state;
  const rows: RosterEvent[] = [];
  for (let index = firstIndex(events, ({ sequence }) => sequence > after); rows.length < limit; index += 1) {
    const event = events[index];
    if (event === undefined) break;
    if (matches(event, query)) rows.push(event);
  }
  return rows;
}

function matches(event: RosterEvent, { workspaceId, userId, operationId }: EventsQuery): boolean {
  if (operationId !== null && event.operationId !== operationId) return false;
  if (workspaceId !== null && !("workspaceId" in event && event.workspaceId === workspaceId)) return false;
  return userId === null || ("userId" in event && event.userId === userId);
}
