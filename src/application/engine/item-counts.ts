import type { ItemCounts } from "../ports/observer.ts";

/** How many items of an outcome, or of a refusal, are in each of its lists. */
export function itemCounts(answer: object): ItemCounts {
  const lists = answer as Readonly<Partial<Record<keyof ItemCounts, unknown>>>;
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  return {
    added: count(lists.added),
    changed: count(lists.changed),
    removed: count(lists.removed),
    unchanged: count(lists.unchanged),
    rejected: count(lists.rejected),
  };
}
