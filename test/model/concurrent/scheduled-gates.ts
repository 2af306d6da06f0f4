import { setImmediate } from "node:timers/promises";
import type { Scheduler } from "fast-check";
import type { Gate } from "../../../src/testing/storages/gated-storage.ts";

/** Gates that a scheduler opens in an order that it draws. */
export function scheduledGates(scheduler: Scheduler): {
  readonly gate: Gate;
  readonly finish: <Value>(work: Promise<Value>) => Promise<Value>;
} {
  return {
    gate: (what) => scheduler.schedule(Promise.resolve(), what),
    // Between two gates whoever computes a fingerprint, on another thread, comes to a gate too and may be chosen next.
    finish: (work) =>
      scheduler.waitFor(work, async (open) => {
        await setImmediate();
        await open();
      }),
  };
}
