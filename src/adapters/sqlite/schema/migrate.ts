import { err, ok, ResultAsync, type Result } from "neverthrow";
import { type StorageError, storageFailed, storageSchemaMismatch } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { sqliteFailure, storageErrorOf } from "../sqlite-failure.ts";
import { begin, rollback } from "../transaction.ts";
import { expectedVersion, sqliteMigrations } from "./migrations.ts";
import { setBusyTimeout } from "./ready.ts";
import { schemaVersion } from "./schema-version.ts";

/** What a call of `migrate` did. */
export interface MigrationReport {
  /** The schema versions that this call applied, in order. Empty if the schema was up to date. */
  readonly applied: readonly number[];
}

type Attempt = Result<MigrationReport, StorageError> | "busy";

const patienceMs = 15_000;
const maxPauseMs = 50;

/** Updates the schema. Waits for other processes that do the same, for at most 15 seconds. */
export function migrate(connection: Connection): ResultAsync<MigrationReport, StorageError> {
  return new ResultAsync(migrateWithPatience(connection, performance.now() + patienceMs));
}

async function migrateWithPatience(
  connection: Connection,
  deadline: number,
): Promise<Result<MigrationReport, StorageError>> {
  for (;;) {
    const attempt = attemptMigration(connection, performance.now() < deadline);
    if (attempt !== "busy") return attempt;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * maxPauseMs));
  }
}

function attemptMigration(connection: Connection, mayRetry: boolean): Attempt {
  let isOpen = false;
  try {
    setBusyTimeout(connection);
    const unsuitable = unsuitableEncoding(connection);
    if (unsuitable !== null) return err(storageFailed(unsuitable));
    useWriteAheadLog(connection);
    begin(connection, "BEGIN IMMEDIATE");
    isOpen = true;
    const found = schemaVersion(connection);
    if (found !== null && found > expectedVersion) {
      rollback(connection);
      return err(storageSchemaMismatch(found, expectedVersion));
    }
    const pending = sqliteMigrations.filter(({ version }) => version > (found ?? 0));
    for (const statement of pending.flatMap(({ statements }) => statements)) connection.exec(statement);
    connection.exec("COMMIT");
    return ok({ applied: pending.map(({ version }) => version) });
  } catch (thrown) {
    if (isOpen) rollback(connection);
    if (mayRetry && sqliteFailure(thrown) === "busy") return "busy";
    const error = storageErrorOf(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}

/** In UTF-16, BINARY would sort texts in another order than the other storages do. */
function unsuitableEncoding(connection: Connection): Error | null {
  const { encoding } = connection.statement("PRAGMA encoding").get() as { encoding: string };
  return encoding === "UTF-8" ? null : new Error(`The database's encoding is ${encoding}; the roster needs UTF-8.`);
}

/** Lets readers and a writer work at the same time. An in-memory database has no write-ahead log and stays as it is. */
function useWriteAheadLog(connection: Connection): void {
  const { journal_mode: mode } = connection.statement("PRAGMA journal_mode").get() as { journal_mode: string };
  if (mode !== "wal") connection.statement("PRAGMA journal_mode = WAL").get();
}
