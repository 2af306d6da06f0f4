import type { Timer } from "../ports/timer.ts";

/** What is counted while one command runs. */
export interface CommandTrace {
  attempts: number;
  conflicts: number;
  waitedMs: number;
}

export function newTrace(): CommandTrace {
  return { attempts: 0, conflicts: 0, waitedMs: 0 };
}

/** The value of a wait, the time of which counts as waited. */
export async function waiting<Value>(trace: CommandTrace, timer: Timer, wait: () => Promise<Value>): Promise<Value> {
  const startedAt = timer.now();
  const value = await wait();
  trace.waitedMs += timer.now() - startedAt;
  return value;
}
