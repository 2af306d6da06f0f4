const encoder = new TextEncoder();

/** Sorts items by keys whose parts are compared by their UTF-8 bytes. Shares no code with the adapters on purpose. */
export function inByteOrder<Item>(items: readonly Item[], keyOf: (item: Item) => readonly string[]): readonly Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item).map((part) => encoder.encode(part)) }))
    .sort((left, right) => compareKeys(left.key, right.key))
    .map(({ item }) => item);
}

function compareKeys(left: readonly Uint8Array[], right: readonly Uint8Array[]): number {
  for (const [index, part] of left.entries()) {
    const order = compareParts(part, right[index] ?? new Uint8Array());
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(left: Uint8Array, right: Uint8Array): number {
  const differs = left.findIndex((byte, index) => byte !== right[index]);
  return differs === -1 ? left.length - right.length : (left[differs] ?? 0) - (right[differs] ?? -1);
}
