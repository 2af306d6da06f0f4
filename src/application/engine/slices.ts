import { nextTurn } from "../ports/timer.ts";

/**
 * How many items are processed before the event loop gets a turn. The slowest work on an item, finding the words of a
 * name, takes a few microseconds, so a slice takes some milliseconds. A batch of one slice never yields.
 */
const sliceSize = 2_000;

/** Processes the items slice by slice and yields to the event loop in between. */
export async function inSlices<Item>(items: readonly Item[], work: (slice: readonly Item[]) => void): Promise<void> {
  for (let start = 0; start < items.length; start += sliceSize) {
    if (start > 0) await nextTurn();
    work(items.slice(start, start + sliceSize));
  }
}

/** Yields to the event loop after work on that many items, unless they fit one slice. */
export async function yieldAfter(items: number): Promise<void> {
  if (items > sliceSize) await nextTurn();
}
