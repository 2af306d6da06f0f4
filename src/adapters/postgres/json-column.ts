/** The rows of a column that `json_agg` filled, which is null for none. */
export function jsonRows<Stored>(column: string | null | undefined): readonly Stored[] {
  return JSON.parse(column ?? "[]") as readonly Stored[];
}

/** The one row of a column that `json_build_array` filled, or null. */
export function jsonRow<Stored>(column: string | null | undefined): Stored | null {
  return JSON.parse(column ?? "null") as Stored | null;
}
