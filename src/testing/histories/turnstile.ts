import type { Timer } from "../../application/ports/timer.ts";
import type { Random } from "./random.ts";

/** Lets one of those who wait through at a time, drawn by chance; everyone else stands still meanwhile. */
export interface Turnstile {
  readonly pass: () => Promise<void>;
}

/**
 * A turn lasts until nothing more happens without I/O, so that clients of a store without I/O take turns as well.
 *
 * Which waits for a disk or a network come back when is the store's own affair.
 */
export function turnstile(random: Random): Turnstile {
  const waiting: (() => void)[] = [];

  function open(): void {
    const [next] = waiting.splice(random.below(waiting.length), 1);
    next?.();
    if (waiting.length > 0) setImmediate(open);
  }

  return {
    pass: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) setImmediate(open);
      }),
  };
}

/** A wait is another turn; time passes on the clock alone, so that nobody stands still for a back-off. */
export function historyTimer(random: Random, { pass }: Turnstile): Timer {
  let time = 0;
  return {
    now: () => time,
    // The gates decide when the store answers, so no answer is late.
    alarm: () => () => undefined,
    random: () => random.next(),
    async wait(milliseconds) {
      time += milliseconds;
      await pass();
    },
  };
}
