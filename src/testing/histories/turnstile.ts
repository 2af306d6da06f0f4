import type { Timer } from "../../application/ports/timer.ts";
import type { Random } from "./random.ts";

/** Lets one waiting call pass at a time, chosen at random. All others wait. */
export interface Turnstile {
  readonly pass: () => Promise<void>;
}

/**
 * A turn lasts until nothing more can happen without I/O, so that clients of a store without I/O take turns too.
 *
 * The order in which a disk or a network answers is up to the store.
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

/** A wait is one more turn. Only the clock advances, so that no history sleeps for a back-off. */
export function historyTimer(random: Random, { pass }: Turnstile): Timer {
  let time = 0;
  return {
    now: () => time,
    // The gates decide when the store answers, so no call times out.
    alarm: () => () => undefined,
    random: () => random.next(),
    async wait(milliseconds) {
      time += milliseconds;
      await pass();
    },
  };
}
