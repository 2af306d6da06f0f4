/** What this adapter binds to a statement. */
export type SqliteValue = string | number | null;

/** A prepared statement of the host's SQLite driver. */
export interface SqliteStatement {
  /** Runs the statement. `changes` is the number of rows that it changed. */
  run(...values: SqliteValue[]): { readonly changes: number | bigint };
  /** Returns the first row as an object; undefined or null if there is none. */
  get(...values: SqliteValue[]): unknown;
  /** Returns all rows as objects. */
  all(...values: SqliteValue[]): unknown[];
}

/**
 * An open, synchronous SQLite database (3.37 or later): a `DatabaseSync` of `node:sqlite`, or a `Database` of
 * `better-sqlite3` or `bun:sqlite`. Rows must be objects, which is the default of all three.
 */
export interface SqliteDatabase {
  /** Runs SQL that takes no parameters and returns no rows. */
  exec(sql: string): unknown;
  /** Compiles a statement, which may have parameters (`?`). */
  prepare(sql: string): SqliteStatement;
}
