import { type TableOptions, type Tables, tablesOf } from "../tables.ts";
import { firstSchema } from "./first-schema.ts";

/** One migration of the schema. Released migrations never change. */
export interface PostgresMigration {
  readonly version: number;
  /** To be run in this order, in one transaction. The last one records the version in the roster's table of migrations. */
  readonly statements: readonly string[];
}

/** Version 2: the guard has the time of the organization's newest event, so that no later event gets an earlier time. */
function timeOfNewestEvent({ guard, event }: Tables): readonly string[] {
  return [
    `ALTER TABLE ${guard} ADD COLUMN last_at text COLLATE "C"`,
    `UPDATE ${guard} AS g SET last_at = (SELECT e.body::json ->> 'at' FROM ${event} AS e
  WHERE e.organization_id = g.organization_id AND e.sequence = g.last_sequence)`,
  ];
}

const steps: readonly ((tables: Tables) => readonly string[])[] = [firstSchema, timeOfNewestEvent];

/** The schema version that this package works with. */
export const expectedVersion = steps.length;

/**
 * All migrations in order, for hosts that run migrations with their own tool instead of `migrate()`.
 *
 * Pass the same `schema` and `tablePrefix` as to `postgresStorage`. The schema must exist. Throws a TypeError if an
 * option is invalid.
 */
export function postgresMigrations(options: TableOptions = {}): readonly PostgresMigration[] {
  return migrationsOf(tablesOf(options));
}

export function migrationsOf(tables: Tables): readonly PostgresMigration[] {
  return steps.map((statements, index) => {
    const version = index + 1;
    return { version, statements: [...statements(tables), record(tables, version)] };
  });
}

function record({ migration }: Tables, version: number): string {
  return `INSERT INTO ${migration} (version, applied_at)
VALUES (${version}, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
}
