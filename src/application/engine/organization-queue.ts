import { err, ok, type Result } from "neverthrow";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Timer } from "../ports/timer.ts";
import { aborted, type Aborted } from "../ports/storage-error.ts";

/** Runs the commands of one organization one after another within the process, so that they do not conflict in the store. */
export interface OrganizationQueue {
  /**
   * Joins the organization's queue before it returns, so that turns come in the order of the calls, and waits for its
   * turn. Returns a function that ends the turn and must be called, or `late` if the deadline passed first.
   */
  enter(organizationId: OrganizationId, limits: WaitLimits): Promise<Result<() => void, Aborted | "late">>;
}

interface WaitLimits {
  /** By the timer's `now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

export function createOrganizationQueue(timer: Timer): OrganizationQueue {
  /** The commands that wait behind the running one, by organization; no entry if none is running. */
  const queues = new Map<OrganizationId, (() => void)[]>();

  /** Starts the next command in the queue, or removes the queue if it is empty. */
  function leave(organizationId: OrganizationId): void {
    const startNext = queues.get(organizationId)?.shift();
    if (startNext === undefined) queues.delete(organizationId);
    else startNext();
  }

  async function waitForTurn(queue: (() => void)[], { deadline, signal }: WaitLimits): Promise<"turn" | "gave up"> {
    const stopWaiting = new AbortController();
    const stop = (): void => {
      stopWaiting.abort();
    };
    let start = (): void => undefined;
    const turn = new Promise<"turn">((resolve) => {
      start = () => {
        resolve("turn");
      };
    });
    queue.push(start);
    signal?.addEventListener("abort", stop);
    const timeout = timer.wait(Math.max(0, deadline - timer.now()), stopWaiting.signal);
    const first = await Promise.race([turn, timeout.then(() => "gave up" as const)]);
    signal?.removeEventListener("abort", stop);
    stop();
    if (first === "turn") return first;
    const index = queue.indexOf(start);
    // No longer in the queue: the turn came at the same moment, so it is used.
    if (index === -1) return "turn";
    queue.splice(index, 1);
    return "gave up";
  }

  return {
    async enter(organizationId, limits) {
      if (hasFired(limits.signal)) return err(aborted());
      const queue = queues.get(organizationId);
      if (queue === undefined) queues.set(organizationId, []);
      else if ((await waitForTurn(queue, limits)) === "gave up") {
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
