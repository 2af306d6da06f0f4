import type { EventPage, EventsQuery } from "../../../application/ports/queries.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { firstRows } from "../first-rows.ts";
import { factsParts } from "../load/load-facts.ts";
import type { Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import { eventBodies, eventsOf } from "../stored-event.ts";
import type { Tables } from "../tables.ts";

/** At most `limit` events after a sequence, in order, with the facts that they are judged by. */
export function eventPage(
  tables: Tables,
  organizationId: OrganizationId,
  after: number,
  limit: number,
  query: EventsQuery,
): Reading<EventPage> {
  const scope = scopeOf(tables, organizationId);
  const facts = factsParts(scope, query.need);
  const rows = `(SELECT ${eventBodies} FROM (${firstRows(scope.bind, events(scope, after, query), limit)}) AS e) AS page_rows`;
  return {
    statement: statementOf(scope, facts.ctes, [...facts.columns, rows]),
    answerOf: (row) => ({ facts: facts.factsIn(row), rows: eventsOf(row?.["page_rows"]) }),
  };
}

function events({ tables, bind, organization }: Scope, after: number, query: EventsQuery): string {
  const { workspaceId, userId, operationId } = query;
  const ofWorkspace = workspaceId === null ? "" : ` AND e.workspace_id = ${bind.text(workspaceId)}`;
  const ofUser = userId === null ? "" : ` AND e.user_id = ${bind.text(userId)}`;
  const wanted = `e.organization_id = ${organization} AND e.sequence > ${bind.integer(after)}${ofWorkspace}${ofUser}`;
  const columns = `e.sequence, e.body`;
  if (operationId === null) {
    return `SELECT ${columns} FROM ${tables.event} AS e WHERE ${wanted} ORDER BY e.sequence`;
  }
  return `SELECT ${columns} FROM (
    SELECT o.first_sequence, o.last_sequence FROM ${tables.operation} AS o
    WHERE o.organization_id = ${organization} AND o.operation_id = ${bind.text(operationId)}
    ORDER BY o.first_sequence OFFSET 0) AS o CROSS JOIN LATERAL (
    SELECT ${columns} FROM ${tables.event} AS e
    WHERE ${wanted} AND e.sequence BETWEEN o.first_sequence AND o.last_sequence
    ORDER BY e.sequence) AS e ORDER BY e.sequence`;
}
