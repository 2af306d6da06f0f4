import { err, ok, type Result } from "neverthrow";
import type { CommitOutcome } from "../../../application/ports/commit-batch.ts";
import type { StorageError } from "../../../application/ports/storage-error.ts";
import type { IdempotencyKey, OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection, Statement } from "../connection.ts";
import { commandOf, loadCommand } from "../load/load-command.ts";
import { postgresFailure, readError } from "../postgres-failure.ts";

/** Runs the statement of a batch, which applies all of it or nothing. */
export async function commitBatch(
  connection: Connection,
  statement: Statement,
  organizationId: OrganizationId,
  key: IdempotencyKey,
): Promise<Result<CommitOutcome, StorageError>> {
  try {
    const [row] = await connection.query(statement);
    const stored = commandOf(key, row?.["command"]);
    if (stored !== null) return ok({ kind: "replay", command: stored });
    if (row?.["guard_moved"] === "1") return ok({ kind: "committed" });
  } catch (thrown) {
    switch (postgresFailure(thrown)) {
      case "conflict":
      case "locked":
      case "duplicate":
      case "spoilt":
        break;
      case "lost":
        return ok({ kind: "unknown", cause: thrown });
      case "unavailable":
      case "missing":
      case "aborted":
      case "failed":
      case null:
        return err(readError(thrown));
    }
  }
  return replayOrConflict();

  /** The commit that was in the way may have been this very command, sent twice. Its record is visible now. */
  async function replayOrConflict(): Promise<Result<CommitOutcome, StorageError>> {
    try {
      const stored = await loadCommand(connection, organizationId, key);
      return ok(stored === null ? { kind: "conflict" } : { kind: "replay", command: stored });
    } catch (thrown) {
      // The first error has ended the host's transaction, so nothing was stored.
      if (postgresFailure(thrown) === "aborted") return ok({ kind: "conflict" });
      if (postgresFailure(thrown) === null) throw thrown;
      return ok({ kind: "unknown", cause: thrown });
    }
  }
}
