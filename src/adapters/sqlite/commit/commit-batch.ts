import { err, ok, type Result } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../application/ports/commit-batch.ts";
import type { StorageError } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { loadCommand, recordCommand } from "../command-records.ts";
import { sqliteFailure, storageErrorOf } from "../sqlite-failure.ts";
import { begin, rollback } from "../transaction.ts";
import { advanceGuard } from "./advance-guard.ts";
import { appendEvents } from "./append-events.ts";
import { applyWrite } from "./apply-write.ts";

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
  if (outcome.kind === "committed") return close(connection, batch, outcome);
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

/** After a failed COMMIT the transaction may be open, undone or even stored. Only the first case, and a full disk, are certain. */
function close(
  connection: Connection,
  batch: CommitBatch,
  outcome: CommitOutcome,
): Result<CommitOutcome, StorageError> {
  try {
    connection.exec("COMMIT");
    return ok(outcome);
  } catch (thrown) {
    if (rollback(connection) || isUndone(connection, batch, thrown)) return notApplied(thrown);
    return ok({ kind: "unknown", cause: thrown });
  }
}

/**
 * If there is no space for the write-ahead log, SQLite undoes the transaction itself, and never reads what it had written
 * of it. After an input or output error it may: if the last sync fails, a recovery can find the whole commit.
 */
function isUndone(connection: Connection, { organizationId, command }: CommitBatch, thrown: unknown): boolean {
  if (sqliteFailure(thrown) !== "full") return false;
  try {
    return loadCommand(connection, organizationId, command.key) === null;
  } catch {
    return false;
  }
}

function notApplied(thrown: unknown): Result<CommitOutcome, StorageError> {
  if (sqliteFailure(thrown) === "busy") return ok({ kind: "conflict" });
  const error = storageErrorOf(thrown);
  if (error === null) throw thrown;
  return err(error);
}
