import { type PostgresStorage, postgresStorage } from "workspace-roster/postgres";
import { type SqliteStorage, sqliteStorage } from "workspace-roster/sqlite";
import { exitCodes, fail } from "./command-line.ts";
import { openCopy, openExistingFile, openFile } from "./open-sqlite.ts";

type Storage = SqliteStorage | PostgresStorage;

interface OpenStore {
  readonly storage: Storage;
  readonly close: () => void | Promise<void>;
}

/** How to open a database: create an SQLite file that does not exist, require it, or leave the database unchanged. */
export type OpenMode = "create" | "existing" | "unchanged";

/**
 * Opens an SQLite file, or a PostgreSQL database if it is given as a connection string, and closes it after the work.
 * Returns the exit code of the work.
 */
export async function withStorage(
  database: string,
  mode: OpenMode,
  work: (storage: Storage) => Promise<number>,
): Promise<number> {
  let store: OpenStore;
  try {
    store = isConnectionString(database) ? await openPostgres(database, mode) : openSqlite(database, mode);
  } catch (thrown) {
    return fail(`${nameOf(database)} cannot be opened: ${(thrown as Error).message}`, exitCodes.notDone);
  }
  try {
    return await work(store.storage);
  } finally {
    await store.close();
  }
}

/** The database as it may be printed: a connection string without its password. */
export function nameOf(database: string): string {
  if (!isConnectionString(database)) return database;
  const url = new URL(database);
  url.password = "";
  return url.href;
}

function openSqlite(path: string, mode: OpenMode): OpenStore {
  const open = { create: openFile, existing: openExistingFile, unchanged: openCopy }[mode];
  const { database, close } = open(path);
  return { storage: sqliteStorage({ database }), close };
}

/** To leave the database unchanged, all work is one transaction that is rolled back. */
async function openPostgres(connectionString: string, mode: OpenMode): Promise<OpenStore> {
  // Loaded on demand, so that SQLite works without the driver.
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString });
  await client.connect();
  if (mode === "unchanged") await client.query("BEGIN");
  return {
    storage: postgresStorage({ client }),
    async close() {
      if (mode === "unchanged") await client.query("ROLLBACK");
      await client.end();
    },
  };
}

function isConnectionString(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database);
}
