import type { Timer } from "../../../src/index.ts";

/**
 * Nobody waits between two attempts, though time passes. Who waits for their turn, and so gives a signal by which they
 * leave, waits until it comes.
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
