import { DatabaseSync } from "node:sqlite";
import { Pool } from "pg";
import type { PostgresClient } from "../../src/postgres.ts";
import type { SqliteDatabase } from "../../src/sqlite.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { postgresHarness } from "../../test/support/storage/postgres.ts";
import { sqliteHarness } from "../../test/support/storage/sqlite.ts";

/** Sees each statement before the engine does, and may change it. */
export interface Rewriter {
  readonly rewrite: (sql: string) => string;
  /** Is told of a statement that was changed and that the engine refuses to compile. */
  readonly refused: (message: string) => void;
}

/** Stores of one kind whose statements all pass through the rewriter. */
export function rewrittenStores(url: string | null, rewriter: Rewriter): StorageHarness {
  return url === null
    ? sqliteHarness(
        (path) => new DatabaseSync(path),
        (database) => rewrittenDatabase(database, rewriter),
      )
    : postgresHarness({ first: rewrittenPool(url, rewriter), second: rewrittenPool(url, rewriter) });
}

function rewrittenDatabase(database: SqliteDatabase, { rewrite, refused }: Rewriter): SqliteDatabase {
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const changed = rewrite(sql);
      if (changed === sql) return database.prepare(sql);
      try {
        return database.prepare(changed);
      } catch {
        // An index that cannot answer the changed statement must not save it.
        try {
          return database.prepare(changed.replaceAll(/INDEXED BY \w+/g, ""));
        } catch (thrown) {
          refused(String(thrown));
          throw thrown;
        }
      }
    },
  };
}

function rewrittenPool(url: string, { rewrite, refused }: Rewriter): PostgresClient {
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on("error", () => undefined);
  return {
    async query(sql, values) {
      const changed = rewrite(sql);
      try {
        return await pool.query<Record<string, unknown>>(changed, values);
      } catch (thrown) {
        const { code = "", message = "" } = thrown as { readonly code?: string; readonly message?: string };
        // Class 42: a syntax error, or a name or type that does not fit.
        if (changed !== sql && code.startsWith("42")) refused(message);
        throw thrown;
      }
    },
  };
}
