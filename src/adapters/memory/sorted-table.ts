import type { Position } from "../../application/ports/queries.ts";
import { compareBytes } from "../../domain/values/byte-order.ts";
import { firstIndex } from "./first-index.ts";

/** Entries by id that can also be read in the order of lists. */
export interface SortedTable<Entry extends Position> {
  get(id: string): Entry | undefined;
  /** All entries, in no particular order, without the cost of sorting. */
  values(): Iterable<Entry>;
  put(entry: Entry): void;
  delete(id: string): void;
  /** The entries after a position in order; all of them for null. */
  after(position: Position | null): Iterable<Entry>;
}

/**
 * An empty table.
 *
 * Changes are merged into the sorted array when it is next read. For n entries with k changes, this costs n + k log n
 * once. A page of an unchanged table costs a binary search.
 */
export function sortedTable<Entry extends Position>(): SortedTable<Entry> {
  const entries = new Map<string, Entry>();
  const changed = new Set<string>();
  let sorted: readonly Entry[] = [];

  function settled(): readonly Entry[] {
    if (changed.size === 0) return sorted;
    const kept = sorted.filter(({ id }) => !changed.has(id));
    const fresh = [...changed].flatMap((id) => entries.get(id) ?? []).sort(comparePositions);
    sorted = merged(kept, fresh);
    changed.clear();
    return sorted;
  }

  return {
    get: (id) => entries.get(id),
    values: () => entries.values(),
    put(entry) {
      entries.set(entry.id, entry);
      changed.add(entry.id);
    },
    delete(id) {
      entries.delete(id);
      changed.add(id);
    },
    after(position) {
      const all = settled();
      return from(all, position === null ? 0 : firstIndex(all, (entry) => comparePositions(entry, position) > 0));
    },
  };
}

function merged<Entry extends Position>(left: readonly Entry[], right: readonly Entry[]): readonly Entry[] {
  if (left.length === 0) return right;
  const parts: (readonly Entry[])[] = [];
  let start = 0;
  for (const entry of right) {
    const end = firstIndex(left, (other) => comparePositions(other, entry) > 0);
    parts.push(left.slice(start, end), [entry]);
    start = end;
  }
  return [...parts, left.slice(start)].flat();
}

function* from<Entry>(all: readonly Entry[], start: number): Iterable<Entry> {
  for (let index = start; index < all.length; index += 1) {
    const entry = all[index];
    if (entry !== undefined) yield entry;
  }
}

/** The order of every list: by name key, then by id, both byte by byte. */
export function comparePositions(left: Position, right: Position): number {
  return compareBytes(left.nameKey, right.nameKey) || compareBytes(left.id, right.id);
}
