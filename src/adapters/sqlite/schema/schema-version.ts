import type { Connection } from "../connection.ts";

const migrationTable = `SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND name = 'roster_migration'`;
const newestVersion = `SELECT max(version) AS version FROM roster_migration`;

/** The version of the schema in the database; null if there is none. */
export function schemaVersion(connection: Connection): number | null {
  const { tables } = connection.statement(migrationTable).get() as { tables: number | bigint };
  if (Number(tables) === 0) return null;
  const { version } = connection.statement(newestVersion).get() as { version: number | bigint | null };
  return version === null ? null : Number(version);
}
