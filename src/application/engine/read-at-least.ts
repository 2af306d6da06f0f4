import { err, type Result, type ResultAsync } from "neverthrow";
import type { RevisionNotReached } from "./errors.ts";
import { readInTime } from "./in-time.ts";
import type { StorageCallOptions } from "../ports/roster-storage.ts";
import { aborted, type StorageError } from "../ports/storage-error.ts";
import { replicaBackOffMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

/** A read, and how to judge whether the reader may see its result. */
export interface JudgedRead<Read, Refusal> {
  readonly read: (options: StorageCallOptions) => ResultAsync<Read, StorageError>;
  readonly revisionOf: (read: Read) => number;
  /** Refuses if the reader may not see the result or, if the host itself asks, if the organization does not exist. */
  readonly judge: (read: Read) => Result<unknown, Refusal>;
  readonly atLeast: number | null;
}

type Answer<Read, Refusal> = Result<Read, Refusal | RevisionNotReached | StorageError>;

/** The time reserved for the last read is this long, plus four times the slowest read before it. */
const minReserveMs = 20;

/**
 * Reads until the store shows the requested revision, because a replica or another node may lag behind (rule M7). The
 * pauses grow, so that a call of 10 s reads a dozen times at most, the last time shortly before the deadline.
 *
 * Only a reader whom the last read authorizes learns the revision; all others get the refusal (rules A5, A7). While the
 * store lags behind, no refusal is final, because the reader may have become a member since. For a stranger, a refusal is
 * not final even once the revision is reached: an early answer would reveal that the organization exists, and its
 * revision. Strangers wait as long as for an organization that does not exist, and get the same answer.
 */
export async function readAtLeast<Read, Refusal extends { readonly code: string }>(
  { read, revisionOf, judge, atLeast }: JudgedRead<Read, Refusal>,
  { timer, deadlineMs }: Pick<Runtime, "timer" | "deadlineMs">,
  signal: AbortSignal | undefined,
): Promise<Answer<Read, Refusal>> {
  const limits = { deadline: timer.now() + deadlineMs, signal };
  let slowestMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    const startedAt = attempt === 1 ? limits.deadline - deadlineMs : timer.now();
    const result = await readInTime(timer, limits, read);
    if (result.isErr()) return err(result.error);

    const judged = judge(result.value);
    const revision = revisionOf(result.value);
    const isStranger = judged.isErr() && judged.error.code === "organization_not_found";
    // An organization that does not exist has revision 0, so `atLeast` 0 needs no wait and reveals nothing.
    const isFinal = atLeast === null || atLeast === 0 || (revision >= atLeast && !isStranger);
    if (isFinal) return judged.map(() => result.value);

    const now = timer.now();
    slowestMs = Math.max(slowestMs, now - startedAt);
    const lastReadAt = limits.deadline - Math.min(deadlineMs / 10, minReserveMs + 4 * slowestMs);
    if (now >= lastReadAt)
      return judged.isErr() ? err(judged.error) : err({ code: "revision_not_reached", atLeast, revision });
    await timer.wait(Math.min(replicaBackOffMs(attempt, timer), lastReadAt - now), signal);
    if (signal?.aborted === true) return err(aborted());
  }
}
