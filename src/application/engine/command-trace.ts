import type { Timer } from "../ports/timer.ts";

/** The counters of one running command. */
export interface CommandTrace {
  attempts: number;
  conflicts: number;
  waitedMs: number;
}

export function newTrace(): CommandTrace {
  return { attempts: 0, conflicts: 0, waitedMs: 0 };
}

/** Returns the value of a wait and adds its duration to `waitedMs`. */
export async function waiting<Value>(trace: CommandTrace, timer: Timer, wait: () => Promise<Value>): Promise<Value> {
  const startedAt = timer.now();
  const value = await wait();
  trace.waitedMs += timer.now() - startedAt;
  return value;
}
