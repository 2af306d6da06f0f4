import { nextTurn } from "../ports/timer.ts";

/**
 * How many items are worked on before others have their turn. The slowest work on one, that on the words of a name, takes a
 * few microseconds, so a slice is some milliseconds; and nothing of a smaller batch ever waits.
 */
const sliceSize = 2_000;

/** Works on items slice by slice, and lets others have their turn in between. Items that make one slice are done at once. */
export async function inSlices<Item>(items: readonly Item[], work: (slice: readonly Item[]) => void): Promise<void> {
  for (let start = 0; start < items.length; start += sliceSize) {
    if (start > 0) await nextTurn();
    work(items.slice(start, start + sliceSize));
  }
}

/** Lets others have their turn after work on so many items, unless they make one slice. */
export async function restAfter(items: number): Promise<void> {
  if (items > sliceSize) await nextTurn();
}
