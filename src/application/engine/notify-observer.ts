import type { Observation, Observer } from "../ports/observer.ts";

/** Passes a record to the host's observer. Errors of the observer never reach the caller. */
export function notifyObserver(observer: Observer, observation: Observation): void {
  try {
    const returned = observer(observation);
    // The compiler accepts an async function as an observer; its rejection must not end the process.
    Promise.resolve(returned).catch(() => undefined);
  } catch {
    // The call is finished, whatever its observer throws.
  }
}
