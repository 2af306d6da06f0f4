import type { Timer } from "../../application/ports/timer.ts";
import type { Random } from "./random.ts";
import type { Turnstile } from "./turnstile.ts";

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
