import type { CallerSignal } from "./abort-signal.ts";

/** Returns the current time for events: a valid Date in the years 0 to 9999. */
export type Clock = () => Date;

/** How the library waits. It is separate from the clock, which a host may stop or set back. */
export interface Timer {
  /** Milliseconds since some fixed point; never goes back. */
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal fires. */
  wait(milliseconds: number, signal?: CallerSignal): Promise<void>;
  /**
   * Calls `ring` once after that many milliseconds, unless the returned function is called before. It limits how long a
   * store may take to answer. If it is absent, the platform's own timeouts are used.
   */
  alarm?(milliseconds: number, ring: () => void): () => void;
  /** A random number from 0 up to but not including 1. */
  random(): number;
}

/** The platform keeps a timeout in 32 bits; a longer one would fire at once. */
export const maxTimeoutMs = 2 ** 31 - 1;

export function setAlarm(timer: Timer, milliseconds: number, ring: () => void): () => void {
  return timer.alarm === undefined ? systemAlarm(milliseconds, ring) : timer.alarm(milliseconds, ring);
}

/** Never rings too early, although a timeout of the platform may fire a fraction of a millisecond before its time. */
function systemAlarm(milliseconds: number, ring: () => void): () => void {
  const until = performance.now() + milliseconds;
  const check = (): void => {
    const remaining = until - performance.now();
    if (remaining <= 0) ring();
    else timeout = setTimeout(check, Math.min(remaining, maxTimeoutMs));
  };
  let timeout = setTimeout(check, Math.min(Math.max(0, milliseconds), maxTimeoutMs));
  return () => {
    clearTimeout(timeout);
  };
}

export const systemTimer: Timer = {
  now: () => performance.now(),
  alarm: systemAlarm,
  random: () => Math.random(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timeout);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timeout = setTimeout(done, Math.min(milliseconds, maxTimeoutMs));
      signal?.addEventListener("abort", done);
    }),
};

// Read once, so that a test that fakes timers later does not stop work that yields. A timeout would cost a millisecond or
// more, and Node handles many messages of a MessageChannel in one turn, so they would not let others go first.
const schedule: (done: () => void) => unknown =
  typeof setImmediate === "function" ? setImmediate : (done) => setTimeout(done);

/** Resolves in a later turn of the event loop, so that everything else that is ready goes first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    schedule(resolve);
  });
}
