/** What this adapter binds to a statement. */
export type SqliteValue = string | number | null;

/** A prepared statement. `get` answers undefined or null where there is no row. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { readonly changes: number | bigint };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
}

/**
 * An open, synchronous SQLite database (3.37 or later), as the host hands it in: a `DatabaseSync` of `node:sqlite`, a
 * `Database` of `better-sqlite3` or of `bun:sqlite`. Rows must be objects, which is every driver's default.
 */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
}
