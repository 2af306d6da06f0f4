import { err, type Result, type ResultAsync } from "neverthrow";
import type { RevisionNotReached } from "./errors.ts";
import { readInTime } from "./in-time.ts";
import type { StorageCallOptions } from "../ports/roster-storage.ts";
import { aborted, type StorageError } from "../ports/storage-error.ts";
import { replicaBackOffMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

/** What is read, and what tells whether the answer may be told. */
export interface JudgedRead<Read, Refusal> {
  readonly read: (options: StorageCallOptions) => ResultAsync<Read, StorageError>;
  readonly revisionOf: (read: Read) => number;
  /** Whether the reader may see it; for a question of the host itself, whether the organization is there. */
  readonly judge: (read: Read) => Result<unknown, Refusal>;
  readonly atLeast: number | null;
}

type Answer<Read, Refusal> = Result<Read, Refusal | RevisionNotReached | StorageError>;

/** The last read needs this time at least, and four times as long as the slowest read before it. */
const shortestRestMs = 20;

/**
 * Reads until the store shows the wanted revision: a replica or another node may be behind (rule M7). Waits longer from
 * read to read, so that a call of 10 s reads a dozen times at most, the last time shortly before the deadline.
 *
 * Only a reader whom the last read lets in is told a revision; everyone else gets the refusal (rules A5, A7). While the
 * store is behind no refusal is final, for the reader may have become a member since. To a stranger it is not even final
 * when the revision is reached: an answer at once would tell them that the organization exists, and how far it has come.
 * They wait as long as for an organization that does not exist, and get the same answer.
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
    // Revision 0 is that of an organization that does not exist, so there is nothing to wait for and nothing to hide.
    const isFinal = atLeast === null || atLeast === 0 || (revision >= atLeast && !isStranger);
    if (isFinal) return judged.map(() => result.value);

    const now = timer.now();
    slowestMs = Math.max(slowestMs, now - startedAt);
    const lastReadAt = limits.deadline - Math.min(deadlineMs / 10, shortestRestMs + 4 * slowestMs);
    if (now >= lastReadAt)
      return judged.isErr() ? err(judged.error) : err({ code: "revision_not_reached", atLeast, revision });
    await timer.wait(Math.min(replicaBackOffMs(attempt, timer), lastReadAt - now), signal);
    if (signal?.aborted === true) return err(aborted());
  }
}
