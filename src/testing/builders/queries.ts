import { need } from "../../application/ports/need.ts";
import type { EventsQuery, ListQuery } from "../../application/ports/queries.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";

/** A query for all rows of a list that has at most 100. */
export function listQuery(organizationId: OrganizationId, parts: Partial<ListQuery> = {}): ListQuery {
  return { organizationId, need: need({}), words: [], limit: 100, after: null, ...parts };
}

/** A query for the events of all workspaces, users and operations. */
export function eventsQuery(parts: Partial<EventsQuery> = {}): EventsQuery {
  return { need: need({}), workspaceId: null, userId: null, operationId: null, ...parts };
}
