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

type Ask<Value> = (options: StorageCallOptions) => ResultAsync<Value, StorageError>;
type Answer<Value> = Result<Value, StorageError>;

interface GivingUp<Value> {
  readonly late: (cause: Error) => Answer<Value>;
  /** What to answer when the caller gives up; null to go on waiting for the store's own word. */
  readonly stopped: Answer<Value> | null;
}

const readGivesUp: GivingUp<never> = { late: (cause) => err(storageUnavailable(cause)), stopped: err(aborted()) };
const commitGivesUp: GivingUp<CommitOutcome> = { late: (cause) => ok({ kind: "unknown", cause }), stopped: null };

/** Microtasks that an adapter has to answer the signal of the deadline: it may know more than that it is late. */
const lastTurns = 20;

/** Asks the store, and answers `storage_unavailable` at the deadline and `aborted` at the caller's signal, answer or no answer. */
export function readInTime<Value>(timer: Timer, limits: CallLimits, ask: Ask<Value>): Promise<Answer<Value>> {
  return inTime(timer, limits, ask, readGivesUp);
}

/**
 * Sends a commit, which is `unknown` at the deadline. The caller's signal is passed on, but only the store can tell
 * whether the commit had been sent by then, so its word is waited for.
 */
export function commitInTime(
  timer: Timer,
  limits: CallLimits,
  send: Ask<CommitOutcome>,
): Promise<Answer<CommitOutcome>> {
  return inTime(timer, limits, send, commitGivesUp);
}

/** A store that answers at once, as one in memory does, costs neither a time-out nor a listener. */
async function inTime<Value>(
  timer: Timer,
  limits: CallLimits,
  ask: Ask<Value>,
  givingUp: GivingUp<Value>,
): Promise<Answer<Value>> {
  if (limits.signal?.aborted === true) return err(aborted());
  const call = lazySignal();
  let answer = null as Answer<Value> | null;
  const asked = ask(call.options).then<Answer<Value>, never>((given) => (answer = given));
  await Promise.resolve();
  await Promise.resolve();
  return answer ?? unlessGivenUp(timer, limits, asked, call, givingUp);
}

/** A call that is given up goes on unheard: a late answer is ignored, and a late rejection too. */
function unlessGivenUp<Value>(
  timer: Timer,
  { deadline, signal }: CallLimits,
  asked: PromiseLike<Answer<Value>>,
  { fire }: LazySignal,
  givingUp: GivingUp<Value>,
): Promise<Answer<Value>> {
  return new Promise((resolve, reject) => {
    let late: Error | null = null;
    const stop = (): void => {
      fire(signal?.reason);
      if (givingUp.stopped !== null) answer(givingUp.stopped);
    };
    const disarm = setAlarm(timer, deadline - timer.now(), () => {
      const cause = new Error("The storage did not answer within the deadline.");
      late = cause;
      fire(cause);
      void turns(lastTurns).then(() => {
        answer(givingUp.late(cause));
      });
    });
    const end = (): void => {
      disarm();
      signal?.removeEventListener("abort", stop);
    };
    const answer = (given: Answer<Value>): void => {
      end();
      const isGivenUp = late !== null && given.isErr() && given.error.code === "aborted";
      resolve(isGivenUp ? err(storageUnavailable(late)) : given);
    };
    asked.then(answer, (thrown: unknown) => {
      end();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the adapter threw.
      reject(thrown);
    });
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
