import type { Position } from "../../../application/ports/queries.ts";
import type { SqliteValue } from "../sqlite-database.ts";

/** The condition for rows after one position and up to another, given the columns that sort a list. Binds `keysetBindings`. */
export function between(nameKey: string, id: string): string {
  // In SQLite's order, a BLOB comes after every TEXT.
  return `(${nameKey}, ${id}) > (?, ?) AND (${nameKey}, ${id}) <= (coalesce(?, x''), ?)`;
}

/** What `between` binds. Null stands for the beginning and for the end of the list. */
export function keysetBindings(after: Position | null, upTo: Position | null): readonly SqliteValue[] {
  return [...startBindings(after), upTo?.nameKey ?? null, upTo?.id ?? ""];
}

/** What `(name_key, id) > (?, ?)` binds. No id is empty, so two empty strings come before every row. */
export function startBindings(after: Position | null): readonly [string, string] {
  return after === null ? ["", ""] : [after.nameKey, after.id];
}
