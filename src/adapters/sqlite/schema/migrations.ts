import { firstSchema } from "./first-schema.ts";

/** One migration of the schema. Released migrations never change. */
export interface SqliteMigration {
  readonly version: number;
  /** To be run in this order, in one transaction. The last one records the version in the table `roster_migration`. */
  readonly statements: readonly string[];
}

/** Version 2: the guard has the time of the organization's newest event, so that no later event gets an earlier time. */
const timeOfNewestEvent: readonly string[] = [
  `ALTER TABLE roster_guard ADD COLUMN last_at TEXT`,
  `UPDATE roster_guard SET last_at = (SELECT e.body ->> '$.at' FROM roster_event AS e
    WHERE e.organization_id = roster_guard.organization_id AND e.sequence = roster_guard.last_sequence)`,
];

/** All migrations in order, for hosts that run migrations with their own tool instead of `migrate()`. */
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
