/** What this adapter binds to a statement. */
export type SqliteValue = string | number | null;

/** A prepared statement. `get` answers undefined or null where there is no row. */
export interface SqliteStatement {
  /** Runs the statement and tells how many rows it changed. */
  run(...values: SqliteValue[]): { readonly changes: number | bigint };
  /** Returns the first row. */
  get(...values: SqliteValue[]): unknown;
  /** Returns all rows. */
  all(...values: SqliteValue[]): unknown[];
}

/**
 * An open, synchronous SQLite database (3.37 or later), as the host hands it in: a `DatabaseSync` of `node:sqlite`, a
 * `Database` of `better-sqlite3` or of `bun:sqlite`. Rows must be objects, which is every driver's default.
 */
export interface SqliteDatabase {
  /** Runs SQL that takes no parameters and returns no rows. */
  exec(sql: string): unknown;
  /** Compiles a statement. */
  prepare(sql: string): SqliteStatement;
}
