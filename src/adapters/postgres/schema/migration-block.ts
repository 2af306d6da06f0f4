import type { Tables } from "../tables.ts";
import { migrationsOf } from "./migrations.ts";

/** Any number does, if no one else takes it: this one spells "roster". */
const lockKey = 0x726f73746572;

/**
 * One statement that applies the missing migrations, so that it can go through any pool. The lock lets one caller after
 * the other look at the version; it ends with the transaction. `run` marks what this call applied.
 */
export function migrationBlock(tables: Tables, run: string): string {
  const { schema, migration } = tables;
  const lines = [
    `DECLARE found_version integer := 0;`,
    `BEGIN`,
    `PERFORM pg_advisory_xact_lock(${lockKey});`,
    // Asking first, because CREATE SCHEMA IF NOT EXISTS needs a privilege also where the schema exists. Whoever waited for
    // the lock may still be told that there is none.
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

/** The same whether `standard_conforming_strings` is on or off. */
function quoted(text: string): string {
  const literal = `'${text.replaceAll("'", "''")}'`;
  return text.includes("\\") ? `E${literal.replaceAll("\\", "\\\\")}` : literal;
}
