import type { Timer } from "./ports/timer.ts";

const firstCapMs = 5;
const lastCapMs = 200;

/** Waits before another attempt: anywhere between nothing and a cap that doubles from 5 ms to 200 ms ("full jitter"). */
export async function backOff(attempt: number, timer: Timer, signal?: AbortSignal): Promise<void> {
  const capMs = Math.min(lastCapMs, firstCapMs * 2 ** Math.min(attempt - 1, 10));
  await timer.wait(timer.random() * capMs, signal);
}
