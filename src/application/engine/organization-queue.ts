import { err, ok, type Result } from "neverthrow";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Timer } from "../ports/timer.ts";
import { aborted, type Aborted } from "../ports/storage-error.ts";

/** Lets the commands of one organization run one after another within the process, instead of colliding in the store. */
export interface OrganizationQueue {
  /**
   * Takes the last place in the organization's line before it returns, so that turns come in the order of the calls, and
   * waits for the turn. The answer ends the turn and must be called; `late` means the deadline passed first.
   */
  enter(organizationId: OrganizationId, limits: WaitLimits): Promise<Result<() => void, Aborted | "late">>;
}

interface WaitLimits {
  /** By the timer's `now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

export function createOrganizationQueue(timer: Timer): OrganizationQueue {
  const lines = new Map<OrganizationId, (() => void)[]>();

  /** Gives the turn to whoever waits longest, or closes the line. */
  function leave(organizationId: OrganizationId): void {
    const next = lines.get(organizationId)?.shift();
    if (next === undefined) lines.delete(organizationId);
    else next();
  }

  async function stand(line: (() => void)[], { deadline, signal }: WaitLimits): Promise<"turn" | "gave up"> {
    const givesUp = new AbortController();
    const giveUp = (): void => {
      givesUp.abort();
    };
    let enter = (): void => undefined;
    const turn = new Promise<"turn">((resolve) => {
      enter = () => {
        resolve("turn");
      };
    });
    line.push(enter);
    signal?.addEventListener("abort", giveUp);
    const patience = timer.wait(Math.max(0, deadline - timer.now()), givesUp.signal);
    const first = await Promise.race([turn, patience.then(() => "gave up" as const)]);
    signal?.removeEventListener("abort", giveUp);
    giveUp();
    if (first === "turn") return first;
    const place = line.indexOf(enter);
    // Not in the line any more: the turn came in the same moment and is taken.
    if (place === -1) return "turn";
    line.splice(place, 1);
    return "gave up";
  }

  return {
    async enter(organizationId, limits) {
      if (hasFired(limits.signal)) return err(aborted());
      const line = lines.get(organizationId);
      if (line === undefined) lines.set(organizationId, []);
      else if ((await stand(line, limits)) === "gave up") {
        return err(hasFired(limits.signal) ? aborted() : "late");
      }
      return ok(() => {
        leave(organizationId);
      });
    },
  };
}

function hasFired(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
