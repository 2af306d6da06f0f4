import { sortedByBytes } from "../../domain/shared/byte-order.ts";

/** The keys without repeats in the order of the tables, so that neighbours are looked up on the same page. */
export function sortedKeys<Key extends string>(keys: readonly Key[]): readonly Key[] {
  return sortedByBytes([...new Set(keys)], (key) => key);
}
