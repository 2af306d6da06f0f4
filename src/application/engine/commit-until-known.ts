import { err, ok, type Result } from "neverthrow";
import type { OperationId } from "../../domain/values/ids.ts";
import type { OutcomeUnknown } from "./errors.ts";
import { type CallLimits, commitInTime } from "./in-time.ts";
import type { CommitBatch, CommitOutcome } from "../ports/commit-batch.ts";
import type { StorageError } from "../ports/storage-error.ts";
import { backOff } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

type KnownOutcome = Exclude<CommitOutcome, { kind: "unknown" }>;

/**
 * Commits, and sends the same batch again while the store cannot tell whether it was applied: the guard and the key
 * make that safe. From the first lost answer on neither an abort nor an error of the store ends it, for "nothing was
 * applied" could be a lie. The deadline does, also while the store does not answer.
 *
 * A commit given up at the deadline may still arrive while the organization's next command is under way. The guard
 * makes that safe too: whichever commit is applied first moves the revision, and the other one is a conflict.
 */
export async function commitUntilKnown(
  { storage, timer }: Runtime,
  batch: CommitBatch,
  { operationId, deadline, signal }: CallLimits & { readonly operationId: OperationId },
): Promise<Result<KnownOutcome, StorageError | OutcomeUnknown>> {
  let lost: { readonly cause: unknown } | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const limits: CallLimits = { deadline, signal: lost === null ? signal : undefined };
    const committed = await commitInTime(timer, limits, (options) => storage.commit(batch, options));
    if (committed.isErr()) {
      if (lost === null) return err(committed.error);
    } else if (committed.value.kind === "unknown") {
      lost = { cause: committed.value.cause };
    } else {
      const known = committed.value;
      return ok(lost !== null && isOurs(known, batch) ? { kind: "committed" } : known);
    }
    if (timer.now() >= deadline) return err({ code: "outcome_unknown", operationId, cause: lost.cause });
    await backOff(attempt, timer);
  }
}

/** The record that an earlier send of this batch stored though its answer was lost. */
function isOurs(known: KnownOutcome, { command }: CommitBatch): boolean {
  return (
    known.kind === "replay" &&
    known.command.outcome === command.outcome &&
    known.command.fingerprint === command.fingerprint
  );
}
