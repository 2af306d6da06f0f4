import type { Timer } from "../ports/timer.ts";

const firstCapMs = 5;
const lastCapMs = 200;

const firstReplicaCapMs = 40;
const lastReplicaCapMs = 4_000;

/** Waits before the next attempt: a random time between 0 and a cap that doubles from 5 ms to 200 ms ("full jitter"). */
export async function backOff(attempt: number, timer: Timer, signal?: AbortSignal): Promise<void> {
  const capMs = Math.min(lastCapMs, firstCapMs * 2 ** Math.min(attempt - 1, 10));
  await timer.wait(timer.random() * capMs, signal);
}

/**
 * How long to wait before a replica is read again: a random time between half of a cap and the cap, which doubles from
 * 40 ms to 4 s. The lower half is left out to bound the number of reads, which full jitter would not.
 */
export function replicaBackOffMs(attempt: number, timer: Timer): number {
  const capMs = Math.min(lastReplicaCapMs, firstReplicaCapMs * 2 ** Math.min(attempt - 1, 10));
  return (0.5 + timer.random() / 2) * capMs;
}
