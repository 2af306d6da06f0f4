/** The rows of a column that `json_agg` filled, which is null for none. */
export function jsonRows(column: string | null | undefined): readonly unknown[] {
  return JSON.parse(column ?? "[]") as readonly unknown[];
}

/** The one row of a column that `json_build_array` filled, or null. */
export function jsonRow(column: string | null | undefined): unknown {
  return JSON.parse(column ?? "null");
}
