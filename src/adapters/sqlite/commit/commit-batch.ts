import { err, ok, type Result } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../application/ports/commit-batch.ts";
import type { StorageError } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { loadCommand } from "../load/load-facts.ts";
import { sqliteFailure, storageErrorOf } from "../sqlite-failure.ts";
import { begin, rollback } from "../transaction.ts";
import { advanceGuard } from "./advance-guard.ts";
import { appendEvents } from "./append-events.ts";
import { applyWrite } from "./apply-write.ts";
import { recordCommand } from "./record-command.ts";

/** Applies the batch in one transaction, as a whole or not at all. */
export function commitBatch(connection: Connection, batch: CommitBatch): Result<CommitOutcome, StorageError> {
  let isOpen = false;
  let outcome: CommitOutcome;
  try {
    begin(connection, "BEGIN IMMEDIATE");
    isOpen = true;
    outcome = applyBatch(connection, batch);
  } catch (thrown) {
    if (isOpen) rollback(connection);
    return notApplied(thrown);
  }
  if (outcome.kind === "committed") return close(connection, outcome);
  rollback(connection);
  return ok(outcome);
}

function applyBatch(connection: Connection, batch: CommitBatch): CommitOutcome {
  const { organizationId, guard, command, writes, events } = batch;
  const stored = loadCommand(connection, organizationId, command.key);
  if (stored !== null) return { kind: "replay", command: stored };
  if (!advanceGuard(connection, organizationId, guard)) return { kind: "conflict" };
  for (const write of writes) if (!applyWrite(connection, organizationId, write)) return { kind: "conflict" };
  appendEvents(connection, organizationId, events);
  recordCommand(connection, organizationId, command);
  return { kind: "committed" };
}

/** After a failed COMMIT the transaction may be open, undone, or even stored. Only the first can be told. */
function close(connection: Connection, outcome: CommitOutcome): Result<CommitOutcome, StorageError> {
  try {
    connection.exec("COMMIT");
    return ok(outcome);
  } catch (thrown) {
    return rollback(connection) ? notApplied(thrown) : ok({ kind: "unknown", cause: thrown });
  }
}

function notApplied(thrown: unknown): Result<CommitOutcome, StorageError> {
  if (sqliteFailure(thrown) === "busy") return ok({ kind: "conflict" });
  const error = storageErrorOf(thrown);
  if (error === null) throw thrown;
  return err(error);
}
