/** What this adapter binds to a statement. Numbers and arrays go as text too, so that every driver hands them on alike. */
export type PostgresValue = string | null;

/**
 * Anything that runs one statement: a `pg.Pool`, a `pg.Client` or pool client, also inside the host's open transaction,
 * a `PGlite`, or three lines around another driver. Values are bound to `$1`, `$2` …; rows are objects.
 */
export interface PostgresClient {
  /** Runs one statement with its parameters. */
  query(text: string, values: PostgresValue[]): PromiseLike<{ readonly rows: readonly unknown[] }>;
}
