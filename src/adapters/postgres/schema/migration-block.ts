import type { Tables } from "../tables.ts";
import { migrationsOf } from "./migrations.ts";

/** Any number will do if nobody else uses it. This one spells "roster". */
const lockKey = 0x726f73746572;

/**
 * One statement that applies the missing migrations, so that it can go through any pool. Callers take a lock before they
 * look at the version, one after the other; the lock ends with the transaction. `run` marks what this call applied.
 */
export function migrationBlock(tables: Tables, run: string): string {
  const { schema, migration } = tables;
  const lines = [
    `DECLARE found_version integer := 0;`,
    `BEGIN`,
    `PERFORM pg_advisory_xact_lock(${lockKey});`,
    // CREATE SCHEMA IF NOT EXISTS needs a privilege even if the schema exists, so check first. After waiting for the lock
    // the check may still not see a schema that another process has created.
    ...(schema === null
      ? []
      : [
          `IF to_regnamespace(${quoted(schema)}) IS NULL THEN
BEGIN CREATE SCHEMA ${schema}; EXCEPTION WHEN duplicate_schema OR unique_violation THEN NULL; END;
END IF;`,
        ]),
    `IF to_regclass(${quoted(migration)}) IS NOT NULL THEN`,
    `SELECT coalesce(max(version), 0) INTO found_version FROM ${migration};`,
    `END IF;`,
    ...migrationsOf(tables).flatMap(({ version, statements }) => [
      `IF found_version < ${version} THEN`,
      ...statements.map((statement) => `${statement};`),
      `UPDATE ${migration} SET applied_by = ${quoted(run)} WHERE version = ${version};`,
      `END IF;`,
    ]),
    `END`,
  ];
  return `DO LANGUAGE plpgsql ${quoted(lines.join("\n"))}`;
}

/** A string literal that means the same whether `standard_conforming_strings` is on or off. */
function quoted(text: string): string {
  const literal = `'${text.replaceAll("'", "''")}'`;
  return text.includes("\\") ? `E${literal.replaceAll("\\", "\\\\")}` : literal;
}
