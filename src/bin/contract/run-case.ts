import type { StorageCase, StorageHarness } from "workspace-roster/testing";
import { watchedHarness } from "./watched-harness.ts";

/** How one case ended. */
export interface Verdict {
  readonly group: string;
  readonly name: string;
  /** Why it failed; null if it passed. */
  readonly failure: unknown;
  /** Whether it failed because it did not end. */
  readonly isTimeout: boolean;
  /** The usual cause of a failure. */
  readonly hint: string;
  readonly totalMs: number;
}

/** Runs one case until it ends, times out, or something outside of it throws, such as a timer or socket of the adapter. */
export async function runCase(
  { group, name, hint, run }: StorageCase,
  harness: StorageHarness,
  timeoutMs: number,
): Promise<Verdict> {
  const began = performance.now();
  const strayErrors = catchStrayErrors();
  const watched = watchedHarness(harness);
  const timeout = startTimeout(timeoutMs, () => watched.unanswered());
  let failure: unknown = null;
  try {
    await Promise.race([run(watched.harness), strayErrors.thrown, timeout.ended]);
  } catch (thrown) {
    failure = thrown ?? new Error("The case was rejected without a reason.");
  }
  timeout.stop();
  strayErrors.stop();
  return { group, name, hint, failure, isTimeout: timeout.hasRung(), totalMs: performance.now() - began };
}

interface Alarm {
  stop(): void;
}

function startTimeout(
  timeoutMs: number,
  unanswered: () => readonly string[],
): Alarm & { readonly ended: Promise<never>; hasRung(): boolean } {
  let hasRung = false;
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const ring = (): void => {
    hasRung = true;
    const calls = unanswered();
    const isTheHarness = calls.length > 0 && calls.every((call) => call.endsWith(" of the harness"));
    const message = `It did not end within ${timeoutMs / 1_000} s. Calls without an answer: ${calls.join(", ") || "none"}.`;
    // The stack of the timer would say nothing, so this name makes the report show the message only.
    reject(Object.assign(new Error(message), { name: isTheHarness ? "HarnessError" : "AssertionError" }));
  };
  const timer = setTimeout(ring, Math.min(timeoutMs, 2 ** 31 - 1));
  return { ended, hasRung: () => hasRung, stop: () => clearTimeout(timer) };
}

function catchStrayErrors(): Alarm & { readonly thrown: Promise<never> } {
  const { promise: thrown, reject } = Promise.withResolvers<never>();
  const report = (cause: unknown): void =>
    reject(new Error(`Something outside of any call threw: ${String(cause)}`, { cause }));
  // Node emits this event for unhandled rejections too.
  process.on("uncaughtException", report);
  return { thrown, stop: () => process.off("uncaughtException", report) };
}
