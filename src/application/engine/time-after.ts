import type { Clock } from "../ports/clock.ts";

/**
 * What the clock says, or the time of the newest event where that is later: clocks of hosts differ and may be set back.
 * Both are ISO 8601 in UTC with milliseconds, which sorts as text.
 */
export function timeAfter(lastAt: string | null, clock: Clock): string {
  const now = clock().toISOString();
  return lastAt !== null && lastAt > now ? lastAt : now;
}
