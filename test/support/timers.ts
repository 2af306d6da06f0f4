import type { Timer } from "../../src/application/ports/timer.ts";

export interface LeapingTimer extends Timer {
  /** Every wait so far in milliseconds. */
  readonly waits: readonly number[];
}

/**
 * Every wait ends at once, and time advances by its length. `random` is constant; `onWait` receives the number of each
 * wait. A wait of more than `maxLeapMs` is a deadline: it lasts until its signal fires.
 */
export function leapingTimer({
  random = 0.5,
  onWait = () => undefined,
  maxLeapMs = Infinity,
}: {
  readonly random?: number;
  readonly onWait?: (count: number) => void;
  readonly maxLeapMs?: number;
} = {}): LeapingTimer {
  const waits: number[] = [];
  let time = 1_000;
  return {
    waits,
    now: () => time,
    random: () => random,
    wait(milliseconds, signal) {
      if (milliseconds > maxLeapMs) {
        return new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
      }
      waits.push(milliseconds);
      time += milliseconds;
      onWait(waits.length);
      return Promise.resolve();
    },
  };
}

export interface StandingTimer extends Timer {
  /** Lets time pass, and ends the waits that are over. */
  advance(milliseconds: number): void;
  /** The number of running waits and set alarms. */
  waiting(): number;
}

/** Time stands still until the test advances it; a wait also ends when its signal fires. */
export function standingTimer(): StandingTimer {
  const waits = new Set<{ readonly until: number; readonly end: () => void }>();
  let time = 1_000;
  return {
    now: () => time,
    random: () => 0.5,
    waiting: () => waits.size,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wait = {
          until: time + milliseconds,
          end: () => {
            waits.delete(wait);
            resolve();
          },
        };
        waits.add(wait);
        if (signal?.aborted === true) wait.end();
        signal?.addEventListener("abort", wait.end);
      }),
    alarm(milliseconds, ring) {
      const alarm = {
        until: time + milliseconds,
        end: () => {
          waits.delete(alarm);
          ring();
        },
      };
      waits.add(alarm);
      return () => {
        waits.delete(alarm);
      };
    },
    advance(milliseconds) {
      time += milliseconds;
      for (const wait of waits) if (wait.until <= time) wait.end();
    },
  };
}

/** Resolves when everything that needs no time to pass is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
