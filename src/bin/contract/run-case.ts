import type { StorageCase, StorageHarness } from "workspace-roster/testing";
import { watchedHarness } from "./watched-harness.ts";

/** How one case ended. */
export interface Verdict {
  readonly group: string;
  readonly name: string;
  /** Why it failed; null where it held. */
  readonly failure: unknown;
  readonly totalMs: number;
}

/** Runs one case to its end, to its time-out, or until something outside of it throws: an adapter's own timer or socket. */
export async function runCase(
  { group, name, run }: StorageCase,
  harness: StorageHarness,
  timeoutMs: number,
): Promise<Verdict> {
  const began = performance.now();
  const strays = catchStrays();
  const watched = watchedHarness(harness);
  const patience = timeOut(timeoutMs, () => watched.unanswered());
  let failure: unknown = null;
  try {
    await Promise.race([run(watched.harness), strays.thrown, patience.ended]);
  } catch (thrown) {
    failure = thrown ?? new Error("It was rejected without a reason.");
  }
  patience.stop();
  strays.stop();
  return { group, name, failure, totalMs: performance.now() - began };
}

interface Alarm {
  stop(): void;
}

function timeOut(timeoutMs: number, unanswered: () => readonly string[]): Alarm & { readonly ended: Promise<never> } {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const ring = (): void => {
    const calls = unanswered();
    const isTheHarness = calls.length > 0 && calls.every((call) => call.endsWith(" of the harness"));
    const message = `It did not end within ${timeoutMs / 1_000} s. Calls without an answer: ${calls.join(", ") || "none"}.`;
    // Where the timer was set says nothing, so it is told by its message alone.
    reject(Object.assign(new Error(message), { name: isTheHarness ? "HarnessError" : "AssertionError" }));
  };
  const timer = setTimeout(ring, Math.min(timeoutMs, 2 ** 31 - 1));
  return { ended, stop: () => clearTimeout(timer) };
}

function catchStrays(): Alarm & { readonly thrown: Promise<never> } {
  const { promise: thrown, reject } = Promise.withResolvers<never>();
  const report = (cause: unknown): void =>
    reject(new Error(`Something outside of any call threw: ${String(cause)}`, { cause }));
  // Node hands an unhandled rejection to this event too.
  process.on("uncaughtException", report);
  return { thrown, stop: () => process.off("uncaughtException", report) };
}
