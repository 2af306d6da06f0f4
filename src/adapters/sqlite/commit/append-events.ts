import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

const insert = `INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?)`;
const insertOperation = `INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?)`;

/** Stores the events. Fails if one of their sequences is taken, which cannot happen while the guard counts them. */
export function appendEvents(
  connection: Connection,
  organizationId: OrganizationId,
  events: readonly RosterEvent[],
): void {
  const statement = connection.statement(insert);
  let first = events[0];
  for (const [index, event] of events.entries()) {
    const workspaceId = "workspaceId" in event ? event.workspaceId : null;
    const userId = "userId" in event ? event.userId : null;
    statement.run(organizationId, event.sequence, event.type, workspaceId, userId, JSON.stringify(event));
    const next = events[index + 1];
    if (first !== undefined && next?.operationId !== first.operationId) {
      connection.statement(insertOperation).run(organizationId, first.operationId, first.sequence, event.sequence);
      first = next;
    }
  }
}
