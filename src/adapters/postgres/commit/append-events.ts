import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { CommitParts } from "./commit-parts.ts";

/** Stores the events. That one of their sequences is there already is as a row that is not as it must be. */
export function appendEvents(parts: CommitParts, events: readonly RosterEvent[]): void {
  if (events.length === 0) return;
  const { tables, bind, organization } = parts;
  const arrays = [
    bind.integers(events.map(({ sequence }) => sequence)),
    bind.texts(events.map(({ type }) => type)),
    bind.texts(events.map((event) => ("workspaceId" in event ? event.workspaceId : null))),
    bind.texts(events.map((event) => ("userId" in event ? event.userId : null))),
  ];
  // JSON has no line feed as such.
  const bodies = bind.lines(events.map((event) => JSON.stringify(event)));
  const first = bind.integer(events[0]?.sequence ?? 0);
  // Whether there is one from here on would be asked of the whole table, in the belief that a third of it are.
  parts.conditions.push(`coalesce((SELECT e.sequence FROM ${tables.event} AS e
      WHERE e.organization_id = ${organization} ORDER BY e.sequence DESC LIMIT 1), 0) < ${first}`);
  const fields = `sequence, type, workspace_id, user_id, body`;
  parts.writes.push(`event_appended AS (
    INSERT INTO ${tables.event} (organization_id, ${fields})
    SELECT ${organization}, k.* FROM advanced CROSS JOIN ROWS FROM (unnest(${arrays.join(", ")}), ${bodies}) AS k (${fields}))`);
  recordOperations(parts, operationsOf(events));
}

function recordOperations({ tables, bind, organization, writes }: CommitParts, operations: readonly Operation[]): void {
  const arrays = [
    bind.texts(operations.map(({ first }) => first.operationId)),
    bind.integers(operations.map(({ first }) => first.sequence)),
    bind.integers(operations.map(({ last }) => last.sequence)),
  ];
  const fields = `operation_id, first_sequence, last_sequence`;
  writes.push(`operation_recorded AS (
    INSERT INTO ${tables.operation} (organization_id, ${fields})
    SELECT ${organization}, k.* FROM advanced CROSS JOIN unnest(${arrays.join(", ")}) AS k (${fields}))`);
}

interface Operation {
  readonly first: RosterEvent;
  last: RosterEvent;
}

/** Neighbors of one operation, as its first and last event. */
function operationsOf(events: readonly RosterEvent[]): readonly Operation[] {
  const operations: Operation[] = [];
  for (const event of events) {
    const current = operations.at(-1);
    if (current?.first.operationId === event.operationId) current.last = event;
    else operations.push({ first: event, last: event });
  }
  return operations;
}
