import type { EventPage, EventsQuery } from "../../../application/ports/queries.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { factsParts } from "../load/load-facts.ts";
import { firstRows } from "../plan-hints.ts";
import type { Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import { eventBodies, eventsOf } from "../stored-event.ts";
import type { Tables } from "../tables.ts";

/** At most `limit` events after a sequence, in order, with the facts that authorize the caller. */
export function eventPage(
  tables: Tables,
  organizationId: OrganizationId,
  after: number,
  limit: number,
  query: EventsQuery,
): Reading<EventPage> {
  const scope = scopeOf(tables, organizationId);
  const facts = factsParts(scope, query.need);
  const rows = `(SELECT ${eventBodies} FROM (${firstRows(scope.bind, events(scope, after, query), limit)}) AS event) AS page_rows`;
  return {
    statement: statementOf(scope, facts.ctes, [...facts.columns, rows]),
    answerOf: (row) => ({ facts: facts.factsIn(row), rows: eventsOf(row?.["page_rows"]) }),
  };
}

function events({ tables, bind, organization }: Scope, after: number, query: EventsQuery): string {
  const { workspaceId, userId, operationId } = query;
  const ofWorkspace = workspaceId === null ? "" : ` AND event.workspace_id = ${bind.text(workspaceId)}`;
  const ofUser = userId === null ? "" : ` AND event.user_id = ${bind.text(userId)}`;
  const isWanted = `event.organization_id = ${organization} AND event.sequence > ${bind.integer(after)}${ofWorkspace}${ofUser}`;
  const columns = `event.sequence, event.body`;
  if (operationId === null) {
    return `SELECT ${columns} FROM ${tables.event} AS event WHERE ${isWanted} ORDER BY event.sequence`;
  }
  return `SELECT ${columns} FROM (
    SELECT operation.first_sequence, operation.last_sequence FROM ${tables.operation} AS operation
    WHERE operation.organization_id = ${organization} AND operation.operation_id = ${bind.text(operationId)}
    ORDER BY operation.first_sequence OFFSET 0) AS operation CROSS JOIN LATERAL (
    SELECT ${columns} FROM ${tables.event} AS event
    WHERE ${isWanted} AND event.sequence BETWEEN operation.first_sequence AND operation.last_sequence
    ORDER BY event.sequence) AS event ORDER BY event.sequence`;
}
