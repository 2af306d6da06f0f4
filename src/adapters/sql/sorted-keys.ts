/**
 * The distinct keys, sorted so that neighbors are looked up on the same page of a table. This is for speed only, so
 * JavaScript's own order is good enough. Keys that are sorted and distinct already are returned as they are.
 */
export function sortedKeys<Key extends string>(keys: readonly Key[]): readonly Key[] {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) ? keys : [...new Set(keys)].sort();
}
