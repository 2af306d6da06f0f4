import { err, ok, type Result } from "neverthrow";
import { type StorageError, storageSchemaMismatch } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { readError } from "../postgres-failure.ts";
import { expectedVersion } from "./migrations.ts";
import { schemaVersion } from "./schema-version.ts";

/** Checks that the schema has the expected version. Asks the database once; calls in the meantime share the answer. */
export function createReadiness(connection: Connection): () => Promise<Result<void, StorageError>> {
  let checking: Promise<Result<void, StorageError>> | null = null;
  return async () => {
    if (connection.isReady) return ok();
    checking ??= check(connection).finally(() => {
      checking = null;
    });
    return checking;
  };
}

async function check(connection: Connection): Promise<Result<void, StorageError>> {
  try {
    const version = await schemaVersion(connection);
    if (version !== expectedVersion) return err(storageSchemaMismatch(version, expectedVersion));
    connection.isReady = true;
    return ok();
  } catch (thrown) {
    return err(readError(thrown));
  }
}
