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
 * Commits a batch, and sends it again as long as the store cannot say whether it was applied: the guard and the key make
 * that safe. After the first lost answer, neither an abort nor an error of the store ends the loop, because "nothing was
 * applied" could be wrong. Only the deadline ends it, even if the store never answers.
 *
 * A commit that is abandoned at the deadline may still reach the store during the organization's next command. The guard
 * makes that safe too: the commit that is applied first advances the revision, and the other one is a conflict.
 */
export async function commitUntilKnown(
  { storage, timer }: Runtime,
  batch: CommitBatch,
  { operationId, deadline, signal }: CallLimits & { readonly operationId: OperationId },
): Promise<Result<KnownOutcome, StorageError | OutcomeUnknown>> {
  let lostAnswer: { readonly cause: unknown } | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const limits: CallLimits = { deadline, signal: lostAnswer === null ? signal : undefined };
    const committed = await commitInTime(timer, limits, (options) => storage.commit(batch, options));
    if (committed.isErr()) {
      if (lostAnswer === null) return err(committed.error);
    } else if (committed.value.kind === "unknown") {
      lostAnswer = { cause: committed.value.cause };
    } else {
      const known = committed.value;
      return ok(lostAnswer !== null && isOurs(known, batch) ? { kind: "committed" } : known);
    }
    if (timer.now() >= deadline) return err({ code: "outcome_unknown", operationId, cause: lostAnswer.cause });
    await backOff(attempt, timer);
  }
}

/** Whether the record was stored by an earlier send of this batch whose answer was lost. */
function isOurs(known: KnownOutcome, { command }: CommitBatch): boolean {
  return (
    known.kind === "replay" &&
    known.command.outcome === command.outcome &&
    known.command.fingerprint === command.fingerprint
  );
}
