import type { Result, ResultAsync } from "neverthrow";
import { setAlarm, systemTimer } from "../../application/ports/timer.ts";
import { nextTurn } from "../../application/ports/timer.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import { equal } from "../expectations.ts";

/** Far longer than any single call of a case takes, and far shorter than the patience of a test runner. */
const mostMs = 3_000;

/** Usually long enough for a change to arrive that was reported as not applied while it was on its way. */
const settledMs = 50;

/** Lets other work run this many times. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}

/** Waits until a change would have arrived that was still on its way. */
export const settled = (): Promise<void> => systemTimer.wait(settledMs);

/** Waits for the work. Fails the case if it takes too long, or throws. */
export async function inTime<Value>(what: string, work: () => PromiseLike<Value>): Promise<Value> {
  let stop = (): void => undefined;
  const late = new Promise<"late">((resolve) => {
    stop = setAlarm(systemTimer, mostMs, () => {
      resolve("late");
    });
  });
  try {
    const answer = await Promise.race([answered(work), late]);
    if (answer === "late") equal(`${what} did not end within ${mostMs} ms`, "an end in time");
    else if ("thrown" in answer) equal(`${what} threw ${String(answer.thrown)}`, "no exception");
    else return answer.value;
    throw new Error("unreachable");
  } finally {
    stop();
  }
}

async function answered<Value>(work: () => PromiseLike<Value>) {
  try {
    return { value: await work() };
  } catch (thrown) {
    // An assertion inside the work keeps its own message.
    if ((Object(thrown) as { readonly name?: unknown }).name === "AssertionError") throw thrown;
    return { thrown };
  }
}

/** The value of a call that is expected to succeed in time. */
export async function valueInTime<Value>(what: string, call: () => ResultAsync<Value, StorageError>): Promise<Value> {
  const result = await inTime<Result<Value, StorageError>>(what, call);
  if (result.isOk()) return result.value;
  equal(`${what} returned ${result.error.code}`, "a value");
  throw new Error("unreachable");
}

/** The code of an error, the kind of a commit's outcome, or `ok`. */
export function saidBy(result: Result<unknown, StorageError>): string {
  if (result.isErr()) return result.error.code;
  const { kind = "ok" } = Object(result.value) as { readonly kind?: string };
  return kind;
}
