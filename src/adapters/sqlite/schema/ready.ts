import { err, ok, type Result } from "neverthrow";
import { type StorageError, storageSchemaMismatch } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { inSnapshot } from "../transaction.ts";
import { expectedVersion } from "./migrations.ts";
import { schemaVersion } from "./schema-version.ts";

/** On first use, sets up the connection and checks that the schema has the expected version. Later calls do nothing. */
export function ready(connection: Connection): Result<void, StorageError> {
  if (connection.isReady) return ok();
  const version = inSnapshot(connection, () => {
    setBusyTimeout(connection);
    return schemaVersion(connection);
  });
  if (version.isErr()) return err(version.error);
  if (version.value !== expectedVersion) return err(storageSchemaMismatch(version.value, expectedVersion));
  // Outside of the transaction, because the pragma has no effect inside one.
  connection.exec("PRAGMA foreign_keys = ON");
  connection.isReady = true;
  return ok();
}

/** How long SQLite itself waits for a lock. */
export function setBusyTimeout(connection: Connection): void {
  connection.exec(`PRAGMA busy_timeout = ${connection.busyTimeoutMs}`);
}
