import type { StorageCase, StorageHarness } from "workspace-roster/testing";

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
  const patience = timeOut(timeoutMs);
  let failure: unknown = null;
  try {
    await Promise.race([run(harness), strays.thrown, patience.ended]);
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

function timeOut(timeoutMs: number): Alarm & { readonly ended: Promise<never> } {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const message = `It did not end within ${timeoutMs / 1_000} s. Either a call never answers, or close() never resolves.`;
  const timer = setTimeout(() => reject(new Error(message)), Math.min(timeoutMs, 2 ** 31 - 1));
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
