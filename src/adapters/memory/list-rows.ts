/** At most `limit` rows, in the order of the entries. Entries for which `rowOf` returns null are left out. */
export function takeRows<Entry, Row>(
  entries: Iterable<Entry>,
  limit: number,
  rowOf: (entry: Entry) => Row | null,
): readonly Row[] {
  const rows: Row[] = [];
  for (const entry of entries) {
    if (rows.length >= limit) break;
    const row = rowOf(entry);
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** Whether every typed word is a prefix of one of the row's words. */
export function matchesWords(row: { readonly words: readonly string[] }, typed: readonly string[]): boolean {
  return typed.every((prefix) => row.words.some((word) => word.startsWith(prefix)));
}
