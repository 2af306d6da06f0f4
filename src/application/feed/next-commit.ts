import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Runtime } from "../engine/runtime.ts";

export interface NextCommit {
  /** Waits for the commit, at most so many milliseconds, or until the signal fires. */
  orAfter(milliseconds: number): Promise<void>;
  /** Takes every listener back. */
  forget(): void;
}

/** Listens from before a read on, so that a commit between the read and the pause ends the pause. */
export function nextCommit({ bell, timer }: Runtime, organizationId: OrganizationId, stop: AbortSignal): NextCommit {
  const over = new AbortController();
  const end = (): void => over.abort();
  const hangUp = bell.once(organizationId, end);
  stop.addEventListener("abort", end);
  return {
    orAfter: (milliseconds) => timer.wait(milliseconds, over.signal),
    forget() {
      hangUp();
      stop.removeEventListener("abort", end);
    },
  };
}
