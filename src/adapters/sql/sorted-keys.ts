/**
 * The keys without repeats, sorted so that neighbors are looked up on the same page of the tables. It serves speed
 * alone, so the language's own order is near enough; keys that come sorted are given back as they are.
 */
export function sortedKeys<Key extends string>(keys: readonly Key[]): readonly Key[] {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) ? keys : [...new Set(keys)].sort();
}
