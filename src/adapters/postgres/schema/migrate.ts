import { err, ok, type Result } from "neverthrow";
import { type StorageError, storageFailed, storageSchemaMismatch } from "../../../application/ports/storage-error.ts";
import type { Connection } from "../connection.ts";
import { readError } from "../postgres-failure.ts";
import { migrationBlock } from "./migration-block.ts";
import { expectedVersion } from "./migrations.ts";
import { schemaVersion } from "./schema-version.ts";

/** What a call of `migrate` did. */
export interface MigrationReport {
  /** The schema versions that this call applied, in order. Empty if the schema was up to date. */
  readonly applied: readonly number[];
}

/** Updates the schema in one statement, which waits for other processes that do the same. */
export async function migrate(connection: Connection): Promise<Result<MigrationReport, StorageError>> {
  try {
    const unsuitable = await unsuitableEncoding(connection);
    if (unsuitable !== null) return err(storageFailed(unsuitable));
    const found = (await schemaVersion(connection)) ?? 0;
    if (found >= expectedVersion) return reportOf(found, []);
    return await applyMissing(connection);
  } catch (thrown) {
    return err(readError(thrown));
  }
}

async function applyMissing(connection: Connection): Promise<Result<MigrationReport, StorageError>> {
  const run = crypto.randomUUID();
  try {
    await connection.query({ text: migrationBlock(connection.tables, run), values: [] });
  } catch (thrown) {
    // Under an isolation level above READ COMMITTED, the block does not see what others applied while it waited, and fails.
    const error = readError(thrown);
    const meanwhile = await schemaVersion(connection).catch(() => null);
    return meanwhile === expectedVersion ? reportOf(meanwhile, []) : err(error);
  }
  const rows = await connection.query({
    text: `SELECT version::text AS version, (applied_by = $1::text)::text AS is_ours
    FROM ${connection.tables.migration} ORDER BY version`,
    values: [run],
  });
  const versions = rows.map((row) => ({ version: Number(row["version"]), isOurs: row["is_ours"] === "true" }));
  return reportOf(
    versions.at(-1)?.version ?? 0,
    versions.filter(({ isOurs }) => isOurs).map(({ version }) => version),
  );
}

function reportOf(version: number, applied: readonly number[]): Result<MigrationReport, StorageError> {
  return version === expectedVersion ? ok({ applied }) : err(storageSchemaMismatch(version, expectedVersion));
}

/** Other encodings cannot store every text. */
async function unsuitableEncoding(connection: Connection): Promise<Error | null> {
  const [row] = await connection.query({
    text: `SELECT current_setting('server_encoding') AS encoding`,
    values: [],
  });
  const encoding = row?.["encoding"] ?? "unknown";
  return encoding === "UTF8" ? null : new Error(`The database's encoding is ${encoding}; the roster needs UTF8.`);
}
