import type { Observation, Observer } from "../ports/observer.ts";

/** Tells the host's observer, and lets nothing that goes wrong in it reach a caller. */
export function notifyObserver(observer: Observer, observation: Observation): void {
  try {
    const answer = observer(observation);
    // An async function is a valid observer to the compiler; its rejection must not end the process.
    Promise.resolve(answer).catch(() => undefined);
  } catch {
    // The command is done whatever its observer makes of it.
  }
}
