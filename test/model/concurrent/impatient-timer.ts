import type { Timer } from "../../../src/index.ts";

/**
 * A timer on which time passes without waiting between two attempts. A call that waits for its turn passes a signal; that
 * wait ends only by the signal.
 */
export function impatientTimer(): Timer {
  let time = 0;
  return {
    now: () => time,
    random: () => 1,
    wait(milliseconds, signal) {
      if (signal === undefined) {
        time += milliseconds;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          resolve();
        });
      });
    },
  };
}
