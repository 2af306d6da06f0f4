import { type TableOptions, type Tables, tablesOf } from "../tables.ts";
import { firstSchema } from "./first-schema.ts";
import { timeOfNewestEvent } from "./time-of-newest-event.ts";

/** One step of the schema. Once released it never changes. */
export interface PostgresMigration {
  readonly version: number;
  /** Run in this order, in one transaction. The last one records the version in the table `…migration`. */
  readonly statements: readonly string[];
}

const steps: readonly ((tables: Tables) => readonly string[])[] = [firstSchema, timeOfNewestEvent];

/** The schema version that this package works with. */
export const expectedVersion = steps.length;

/**
 * All steps of the schema in order, for a host that runs its migrations with a tool of its own in place of `migrate()`.
 * Give the same `schema` and `tablePrefix` as to the storage; the schema must exist.
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
