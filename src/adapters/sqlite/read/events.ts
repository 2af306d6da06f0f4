import type { EventsQuery } from "../../../application/ports/queries.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";
import { eventOf } from "../stored-event.ts";

const page = `sequence > ? ORDER BY sequence LIMIT ?`;
const all = `SELECT body FROM roster_event WHERE organization_id = ? AND ${page}`;
const ofWorkspace = `SELECT body FROM roster_event INDEXED BY roster_event_by_workspace
  WHERE organization_id = ? AND workspace_id = ? AND ${page}`;
const ofUser = `SELECT body FROM roster_event INDEXED BY roster_event_by_user
  WHERE organization_id = ? AND user_id = ? AND ${page}`;
const ofUserInWorkspace = `SELECT body FROM roster_event INDEXED BY roster_event_by_user
  WHERE organization_id = ? AND user_id = ? AND workspace_id = ? AND ${page}`;

const ofOperation = `SELECT body FROM roster_operation AS o CROSS JOIN roster_event AS e
  WHERE o.organization_id = ? AND o.operation_id = ?
  AND e.organization_id = o.organization_id AND e.sequence BETWEEN o.first_sequence AND o.last_sequence AND e.sequence > ?
  AND e.workspace_id IS coalesce(?, e.workspace_id) AND e.user_id IS coalesce(?, e.user_id)
  ORDER BY o.first_sequence, e.sequence LIMIT ?`;

/** At most `limit` events after a sequence, in order. */
export function readEvents(
  connection: Connection,
  organizationId: OrganizationId,
  after: number,
  limit: number,
  { workspaceId, userId, operationId }: EventsQuery,
): readonly RosterEvent[] {
  return rows().map(eventOf);

  function rows(): readonly unknown[] {
    if (operationId !== null) {
      const values = [organizationId, operationId, after, workspaceId, userId, limit];
      return connection.statement(ofOperation).all(...values);
    }
    if (userId === null && workspaceId === null) return connection.statement(all).all(organizationId, after, limit);
    if (userId === null) return connection.statement(ofWorkspace).all(organizationId, workspaceId, after, limit);
    if (workspaceId === null) return connection.statement(ofUser).all(organizationId, userId, after, limit);
    return connection.statement(ofUserInWorkspace).all(organizationId, userId, workspaceId, after, limit);
  }
}
