import type { SqliteDatabase, SqliteStatement } from "./sqlite-database.ts";

/** The host's database, with what this adapter knows about it: prepared statements, and whether it is set up. */
export interface Connection {
  readonly busyTimeoutMs: number;
  /** True once the pragmas are set and the schema was found to have the expected version. */
  isReady: boolean;
  exec(sql: string): void;
  /** The prepared statement with this text. Each text is prepared once. */
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
