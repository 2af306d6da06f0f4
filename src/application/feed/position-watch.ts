import type { PositionAhead } from "../engine/errors.ts";
import type { EventPage } from "../ports/queries.ts";
import type { Runtime } from "../engine/runtime.ts";

/**
 * Judges each page that was read after a position: null, or the failure once the position has been ahead of the
 * organization for `deadlineMs`. A replica may lag behind the store that the position is from, so it gets that long.
 */
export function positionWatch({
  timer,
  deadlineMs,
}: Runtime): (page: EventPage | null, after: number) => PositionAhead | null {
  let aheadSince: number | null = null;
  return (page, after) => {
    if (page === null) return null;
    const { lastSequence } = page.facts;
    // Rows may be newer than the facts beside them; where there are rows the position is not ahead.
    if (page.rows.length > 0 || lastSequence >= after) {
      aheadSince = null;
      return null;
    }
    aheadSince ??= timer.now();
    return timer.now() - aheadSince >= deadlineMs ? { code: "position_ahead", after, lastSequence } : null;
  };
}
