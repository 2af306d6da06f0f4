import type { PositionAhead } from "../engine/errors.ts";
import type { EventPage } from "../ports/queries.ts";
import type { Runtime } from "../engine/runtime.ts";

/**
 * Checks each page that was read after a position. Returns null, or the error once the position has been ahead of the
 * organization for `deadlineMs`: until then a replica may just lag behind the store that the position is from.
 */
export function positionWatch({
  timer,
  deadlineMs,
}: Runtime): (page: EventPage | null, after: number) => PositionAhead | null {
  let aheadSince: number | null = null;
  return (page, after) => {
    if (page === null) return null;
    const { lastSequence } = page.facts;
    // Rows may be newer than the facts of the same page, so if there are rows the position is not ahead.
    if (page.rows.length > 0 || lastSequence >= after) {
      aheadSince = null;
      return null;
    }
    aheadSince ??= timer.now();
    return timer.now() - aheadSince >= deadlineMs ? { code: "position_ahead", after, lastSequence } : null;
  };
}
