import { err, ok, type Result } from "neverthrow";
import type { OperationId } from "../../domain/shared/ids.ts";
import type { OutcomeUnknown } from "../errors.ts";
import type { CommitBatch, CommitOutcome } from "../ports/commit-batch.ts";
import type { StorageError } from "../ports/storage-error.ts";
import { longestTimeoutMs, type Timer } from "../ports/timer.ts";
import { backOff } from "../retry.ts";
import type { Runtime } from "../runtime.ts";

type KnownOutcome = Exclude<CommitOutcome, { kind: "unknown" }>;

/**
 * Commits, and sends the same batch again while the store cannot tell whether it was applied: the guard and the key
 * make that safe. From the first lost answer on neither an abort nor an error of the store ends it, for "nothing was
 * applied" could be a lie. The deadline does, also while the store does not answer.
 */
export async function commitUntilKnown(
  { storage, timer }: Runtime,
  batch: CommitBatch,
  limits: { readonly operationId: OperationId; readonly deadline: number; readonly signal: AbortSignal | undefined },
): Promise<Result<KnownOutcome, StorageError | OutcomeUnknown>> {
  const { operationId, deadline, signal } = limits;
  let lost: { readonly cause: unknown } | null = null;
  let patience: AbortSignal | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const committed = await storage.commit(batch, { signal: patience ?? signal });
    if (committed.isErr()) {
      if (lost === null) return err(committed.error);
    } else if (committed.value.kind === "unknown") {
      lost = { cause: committed.value.cause };
      patience ??= untilDeadline(timer, deadline);
    } else {
      const known = committed.value;
      return ok(lost !== null && isOurs(known, batch) ? { kind: "committed" } : known);
    }
    if (timer.now() >= deadline) return err({ code: "outcome_unknown", operationId, cause: lost.cause });
    await backOff(attempt, timer);
  }
}

/** Fires at the deadline. */
function untilDeadline(timer: Timer, deadline: number): AbortSignal {
  return AbortSignal.timeout(Math.ceil(Math.min(longestTimeoutMs, Math.max(0, deadline - timer.now()))));
}

/** The record that an earlier send of this batch stored though its answer was lost. */
function isOurs(known: KnownOutcome, { command }: CommitBatch): boolean {
  return (
    known.kind === "replay" &&
    known.command.outcome === command.outcome &&
    known.command.fingerprint === command.fingerprint
  );
}
