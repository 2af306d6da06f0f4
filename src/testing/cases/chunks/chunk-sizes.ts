import type { StorageLimits } from "../../../application/ports/storage-limits.ts";

/** Just around 25, 100 and 500 rows: the sizes of the parts into which stores cut what is too large for one request. */
export const sizesAroundChunks = [24, 25, 26, 99, 100, 101, 500, 501];

/** Those of the sizes that are within the limit, or the limit itself if it is below all of them. */
export function within(limit: number, sizes: readonly number[] = sizesAroundChunks): readonly number[] {
  const fitting = sizes.filter((size) => size <= limit);
  return fitting.length > 0 ? fitting : [limit];
}

/** The most users that a batch may change if it has an event for each of them. */
export function mostUsers({ members, changes }: StorageLimits): number {
  return Math.min(members, changes);
}

/** Ids in byte order: `user-0000`, `user-0001` … */
export function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, "0")}`);
}
