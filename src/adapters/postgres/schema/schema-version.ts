import type { Connection } from "../connection.ts";

/** The version of the schema in the database; null if there is none. */
export async function schemaVersion(connection: Connection): Promise<number | null> {
  const { migration } = connection.tables;
  // Check first: a statement that fails because the table is missing would end the host's transaction.
  const [found] = await connection.query({
    text: `SELECT (to_regclass($1::text) IS NOT NULL)::text AS present`,
    values: [migration],
  });
  if (found?.["present"] !== "true") return null;
  const [newest] = await connection.query({
    text: `SELECT max(version)::text AS version FROM ${migration}`,
    values: [],
  });
  const version = newest?.["version"] ?? null;
  return version === null ? null : Number(version);
}
