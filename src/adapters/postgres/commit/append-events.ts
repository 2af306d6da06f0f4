import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { CommitParts } from "./commit-parts.ts";

/** Stores the events. If one of their sequences is taken, a precondition fails, as for a row that is not as expected. */
export function appendEvents(parts: CommitParts, events: readonly RosterEvent[]): void {
  if (events.length === 0) return;
  const { tables, bind, organization } = parts;
  const arrays = [
    bind.integers(events.map(({ sequence }) => sequence)),
    bind.texts(events.map(({ type }) => type)),
    bind.texts(events.map((event) => ("workspaceId" in event ? event.workspaceId : null))),
    bind.texts(events.map((event) => ("userId" in event ? event.userId : null))),
  ];
  // JSON escapes line feeds, so each body is one line.
  const bodies = bind.lines(events.map((event) => JSON.stringify(event)));
  const first = bind.integer(events[0]?.sequence ?? 0);
  // `EXISTS … >= $n` would scan: the planner assumes that a third of the rows match.
  parts.conditions.push(`coalesce((SELECT event.sequence FROM ${tables.event} AS event
      WHERE event.organization_id = ${organization} ORDER BY event.sequence DESC LIMIT 1), 0) < ${first}`);
  const fields = `sequence, type, workspace_id, user_id, body`;
  parts.writes.push(`inserted_events AS (
    INSERT INTO ${tables.event} (organization_id, ${fields})
    SELECT ${organization}, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest(${arrays.join(", ")}), ${bodies}) AS batch (${fields}))`);
  recordOperations(parts, operationsOf(events));
}

function recordOperations({ tables, bind, organization, writes }: CommitParts, operations: readonly Operation[]): void {
  const arrays = [
    bind.texts(operations.map(({ first }) => first.operationId)),
    bind.integers(operations.map(({ first }) => first.sequence)),
    bind.integers(operations.map(({ last }) => last.sequence)),
  ];
  const fields = `operation_id, first_sequence, last_sequence`;
  writes.push(`inserted_operations AS (
    INSERT INTO ${tables.operation} (organization_id, ${fields})
    SELECT ${organization}, batch.* FROM guard_moved CROSS JOIN unnest(${arrays.join(", ")}) AS batch (${fields}))`);
}

interface Operation {
  readonly first: RosterEvent;
  last: RosterEvent;
}

/** The first and last event of each run of neighboring events with the same operation. */
function operationsOf(events: readonly RosterEvent[]): readonly Operation[] {
  const operations: Operation[] = [];
  for (const event of events) {
    const current = operations.at(-1);
    if (current?.first.operationId === event.operationId) current.last = event;
    else operations.push({ first: event, last: event });
  }
  return operations;
}
