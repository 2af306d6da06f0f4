import type { CallerSignal } from "./abort-signal.ts";

/** How the library waits. Apart from the clock, which a host may stop or turn back. */
export interface Timer {
  /** Milliseconds from some fixed point; never goes back. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as the signal fires. */
  wait(milliseconds: number, signal?: CallerSignal): Promise<void>;
  /**
   * Rings once after so many milliseconds, unless the function that it answers is called before. It limits how long a
   * store may take to answer. A timer without it leaves that to the platform's own timeouts.
   */
  alarm?(milliseconds: number, ring: () => void): () => void;
  /** A number from 0 up to but not including 1. */
  random(): number;
}

/** A longer time-out would fire at once: it is held in 32 bits. */
export const maxTimeoutMs = 2 ** 31 - 1;

export function setAlarm(timer: Timer, milliseconds: number, ring: () => void): () => void {
  return timer.alarm === undefined ? systemAlarm(milliseconds, ring) : timer.alarm(milliseconds, ring);
}

/** Never rings too early: a timeout of the platform may end a fraction of a millisecond before its time. */
function systemAlarm(milliseconds: number, ring: () => void): () => void {
  const until = performance.now() + milliseconds;
  const due = (): void => {
    const rest = until - performance.now();
    if (rest <= 0) ring();
    else timeout = setTimeout(due, Math.min(rest, maxTimeoutMs));
  };
  let timeout = setTimeout(due, Math.min(Math.max(0, milliseconds), maxTimeoutMs));
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

// Taken once: a test that fakes timers later does not hold up what is no waiting. A time-out would cost a millisecond and
// more; messages of a MessageChannel are handled by Node many in one turn, so they let nobody else go first.
const soon: (done: () => void) => unknown =
  typeof setImmediate === "function" ? setImmediate : (done) => setTimeout(done);

/** Resolves in another turn of the event loop: everything else that is ready goes first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    soon(resolve);
  });
}
