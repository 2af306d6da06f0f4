import { firstSchema } from "./first-schema.ts";
import { timeOfNewestEvent } from "./time-of-newest-event.ts";

/** One step of the schema. Once released it never changes. */
export interface SqliteMigration {
  readonly version: number;
  /** Run in this order, in one transaction. The last one records the version in `roster_migration`. */
  readonly statements: readonly string[];
}

/** All steps of the schema in order, for a host that runs its migrations with a tool of its own in place of `migrate()`. */
export const sqliteMigrations: readonly SqliteMigration[] = [
  migration(1, firstSchema),
  migration(2, timeOfNewestEvent),
];

/** The schema version that this package works with. */
export const expectedVersion = sqliteMigrations.length;

function migration(version: number, statements: readonly string[]): SqliteMigration {
  const record = `INSERT INTO roster_migration (version, applied_at) VALUES (${version}, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;
  return { version, statements: [...statements, record] };
}
