/** At most `limit` rows of the entries that have one, in the order of the entries. */
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
