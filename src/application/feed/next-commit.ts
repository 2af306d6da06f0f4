import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Runtime } from "../engine/runtime.ts";

export interface NextCommit {
  /** Waits for the commit, at most that many milliseconds, or until the signal fires. */
  wait(milliseconds: number): Promise<void>;
  /** Removes all listeners. */
  stopListening(): void;
}

/** Starts to listen before a read, so that a commit between the read and the pause ends the pause. */
export function nextCommit({ bell, timer }: Runtime, organizationId: OrganizationId, stop: AbortSignal): NextCommit {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const removeListener = bell.once(organizationId, end);
  stop.addEventListener("abort", end);
  return {
    wait: (milliseconds) => timer.wait(milliseconds, ended.signal),
    stopListening() {
      removeListener();
      stop.removeEventListener("abort", end);
    },
  };
}
