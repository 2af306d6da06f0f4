import type { Database } from "lmdb";
import type { CommitBatch, CommitOutcome, Write } from "workspace-roster/storage";
import { keyOf, type Tables } from "./tables.ts";

/** Runs in a write transaction. LMDB has one writer at a time, among all processes: nothing changes between two lines. */
export function applyBatch(tables: Tables, batch: CommitBatch): CommitOutcome {
  const { organizationId, guard, command, writes, events } = batch;
  const { expectedRevision, ...newest } = guard;

  const stored = tables.command.get(keyOf(organizationId, command.key));
  if (stored !== undefined) return { kind: "replay", command: stored };
  const revision = tables.guard.get(keyOf(organizationId))?.revision ?? 0;
  const isAsExpected = (write: Write): boolean =>
    tables[write.table].doesExist(keyOf(organizationId, ...idsOf(write))) === (write.expected === "present");
  if (revision !== expectedRevision || !writes.every(isAsExpected)) return { kind: "conflict" };

  tables.guard.putSync(keyOf(organizationId), { revision: revision + 1, ...newest });
  tables.command.putSync(keyOf(organizationId, command.key), command);
  for (const event of events) tables.event.putSync(keyOf(organizationId, event.sequence), event);
  for (const write of writes) {
    const ids = idsOf(write);
    apply(tables[write.table], [organizationId, ...ids], write);
    if (write.table === "role_assignment") apply(tables.assignment_of_user, [organizationId, ...ids.reverse()], write);
  }
  return { kind: "committed" };
}

function apply(table: Database<unknown, Uint8Array>, key: readonly string[], write: Write): void {
  if (write.kind === "put") table.putSync(keyOf(...key), write.record);
  else table.removeSync(keyOf(...key));
}

function idsOf(write: Write): string[] {
  const row = write.kind === "put" ? write.record : write.key;
  return [...("workspaceId" in row ? [row.workspaceId] : []), ...("userId" in row ? [row.userId] : [])];
}
