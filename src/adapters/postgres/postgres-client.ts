/** What this adapter binds to a statement. Numbers and arrays are sent as text too, so that every driver passes them on alike. */
export type PostgresValue = string | null;

/**
 * Anything that can run one statement: a `pg.Pool`, a `pg.Client`, a client from a pool (also inside a transaction that
 * the host has opened), a `PGlite`, or a wrapper of three lines around another driver.
 *
 * Values are bound to `$1`, `$2` …; each row is an object with the columns' names as keys.
 */
export interface PostgresClient {
  /** Runs one statement with its values and returns its rows. Rejects with the driver's error, unchanged or as a `cause`. */
  query(text: string, values: PostgresValue[]): PromiseLike<{ readonly rows: readonly unknown[] }>;
}
