import { err, ok, type Result, type ResultAsync } from "neverthrow";
import { type LazySignal, lazySignal } from "./lazy-signal.ts";
import type { CommitOutcome } from "../ports/commit-batch.ts";
import type { StorageCallOptions } from "../ports/roster-storage.ts";
import { aborted, type StorageError, storageUnavailable } from "../ports/storage-error.ts";
import { setAlarm, type Timer } from "../ports/timer.ts";

/** How long a call of the roster may take, and what ends it sooner. */
export interface CallLimits {
  /** By the timer's `now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

type StorageCall<Value> = (options: StorageCallOptions) => ResultAsync<Value, StorageError>;
type Answer<Value> = Result<Value, StorageError>;

/** What to return if the store does not answer. */
interface Fallback<Value> {
  readonly atDeadline: (cause: Error) => Answer<Value>;
  /** At the caller's signal; null to keep waiting for the store's answer. */
  readonly onAbort: Answer<Value> | null;
}

const readFallback: Fallback<never> = {
  atDeadline: (cause) => err(storageUnavailable(cause)),
  onAbort: err(aborted()),
};
const commitFallback: Fallback<CommitOutcome> = {
  atDeadline: (cause) => ok({ kind: "unknown", cause }),
  onAbort: null,
};

/** How many microtasks an adapter has to answer after the deadline fired its signal: it may know more than that it is late. */
const graceTurns = 20;

/** Reads from the store. Returns `storage_unavailable` at the deadline and `aborted` at the caller's signal, even if the store never answers. */
export function readInTime<Value>(timer: Timer, limits: CallLimits, read: StorageCall<Value>): Promise<Answer<Value>> {
  return inTime(timer, limits, read, readFallback);
}

/**
 * Sends a commit, which is `unknown` at the deadline. The caller's signal is passed on, but the call waits for the store's
 * answer: only the store knows whether the commit was already sent.
 */
export function commitInTime(
  timer: Timer,
  limits: CallLimits,
  commit: StorageCall<CommitOutcome>,
): Promise<Answer<CommitOutcome>> {
  return inTime(timer, limits, commit, commitFallback);
}

/** A store that answers at once, such as the one in memory, costs neither a timeout nor a listener. */
async function inTime<Value>(
  timer: Timer,
  limits: CallLimits,
  call: StorageCall<Value>,
  fallback: Fallback<Value>,
): Promise<Answer<Value>> {
  if (limits.signal?.aborted === true) return err(aborted());
  const signal = lazySignal();
  let answer = null as Answer<Value> | null;
  const pending = call(signal.options).then<Answer<Value>, never>((result) => (answer = result));
  await Promise.resolve();
  await Promise.resolve();
  return answer ?? untilGivenUp(timer, limits, pending, signal, fallback);
}

/** A call that is given up continues in the background: its late answer or rejection is ignored. */
function untilGivenUp<Value>(
  timer: Timer,
  { deadline, signal }: CallLimits,
  pending: PromiseLike<Answer<Value>>,
  { fire }: LazySignal,
  fallback: Fallback<Value>,
): Promise<Answer<Value>> {
  return new Promise((resolve, reject) => {
    let late: Error | null = null;
    const onAbort = (): void => {
      fire(signal?.reason);
      if (fallback.onAbort !== null) settle(fallback.onAbort);
    };
    const disarm = setAlarm(timer, deadline - timer.now(), () => {
      const cause = new Error("The storage did not answer within the deadline.");
      late = cause;
      fire(cause);
      void turns(graceTurns).then(() => {
        settle(fallback.atDeadline(cause));
      });
    });
    const cleanUp = (): void => {
      disarm();
      signal?.removeEventListener("abort", onAbort);
    };
    const settle = (answer: Answer<Value>): void => {
      cleanUp();
      const isGivenUp = late !== null && answer.isErr() && answer.error.code === "aborted";
      resolve(isGivenUp ? err(storageUnavailable(late)) : answer);
    };
    pending.then(settle, (thrown: unknown) => {
      cleanUp();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the adapter threw.
      reject(thrown);
    });
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted === true) onAbort();
  });
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
