import { type PostgresStorage, postgresStorage } from "workspace-roster/postgres";
import { type SqliteStorage, sqliteStorage } from "workspace-roster/sqlite";
import { openCopy, openDatabase } from "./open-database.ts";

export interface OpenStore {
  readonly storage: SqliteStorage | PostgresStorage;
  readonly close: () => Promise<void>;
}

/** Opens the SQLite file, or the PostgreSQL database if it is a connection string; one that stays as it is for a dry run. */
export async function openStore(database: string, isDryRun: boolean): Promise<OpenStore> {
  if (isConnectionString(database)) return openPostgres(database, isDryRun);
  const { database: opened, close } = isDryRun ? openCopy(database) : openDatabase(database);
  return {
    storage: sqliteStorage({ database: opened }),
    close() {
      close();
      return Promise.resolve();
    },
  };
}

/** What may be printed: a connection string without its password. */
export function nameOf(database: string): string {
  if (!isConnectionString(database)) return database;
  const url = new URL(database);
  url.password = "";
  return url.href;
}

/** A dry run is a transaction that is rolled back in the end. */
async function openPostgres(connectionString: string, isDryRun: boolean): Promise<OpenStore> {
  // The driver is an optional part: whoever imports into SQLite needs none.
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString });
  await client.connect();
  if (isDryRun) await client.query("BEGIN");
  return {
    storage: postgresStorage({ client }),
    async close() {
      if (isDryRun) await client.query("ROLLBACK");
      await client.end();
    },
  };
}

function isConnectionString(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database);
}
