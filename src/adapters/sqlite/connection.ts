import type { SqliteDatabase, SqliteStatement } from "./sqlite-database.ts";

/** The host's database together with what is known of it: statements prepared so far, and whether it was set up. */
export interface Connection {
  readonly busyTimeoutMs: number;
  /** True once the pragmas are set and the schema was found to be the expected one. */
  isReady: boolean;
  exec(sql: string): void;
  /** Prepared once per text. */
  statement(sql: string): SqliteStatement;
}

export function createConnection(database: SqliteDatabase, busyTimeoutMs: number): Connection {
  const statements = new Map<string, SqliteStatement>();
  return {
    busyTimeoutMs,
    isReady: false,
    exec(sql) {
      database.exec(sql);
    },
    statement(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const prepared = database.prepare(sql);
      statements.set(sql, prepared);
      return prepared;
    },
  };
}
