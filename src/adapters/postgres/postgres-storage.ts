import { ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import { nextTurn } from "../../application/ports/timer.ts";
import { hasMethods, isBoolean, requireOption, requireOptions } from "../../domain/values/checked-option.ts";
import { createCalls } from "./call.ts";
import { commitBatch } from "./commit/commit-batch.ts";
import { commitStatement } from "./commit/commit-statement.ts";
import { pruneCommandRecords } from "./commit/prune-command-records.ts";
import { createConnection } from "./connection.ts";
import { factsReading } from "./load/load-facts.ts";
import type { PostgresClient } from "./postgres-client.ts";
import { eventPage } from "./read/events.ts";
import { listPage } from "./read/list-page.ts";
import { candidates, organizationMembers } from "./read/organization-people.ts";
import { personOf } from "./read/stored-person.ts";
import { workspaceMembers } from "./read/workspace-people.ts";
import { membershipRowOf, workspaceRowOf, workspaces, workspacesOf } from "./read/workspaces.ts";
import { migrate, type MigrationReport } from "./schema/migrate.ts";
import { type TableOptions, tablesOf } from "./tables.ts";

/** Options of `postgresStorage`. */
export interface PostgresStorageOptions extends TableOptions {
  /**
   * Runs the statements. Each read and each commit is one statement, so a pool will do. The host opens and closes it.
   *
   * A client inside the host's open transaction makes commands part of that transaction: they commit or roll back with it.
   */
  readonly client: PostgresClient;
  /**
   * Whether node-postgres prepares each statement once per connection. Default: true. Set it to false behind a PgBouncer
   * in transaction mode that does not keep prepared statements. Other clients ignore it.
   */
  readonly prepare?: boolean;
}

/** With more events than this, a commit keeps the process busy for some milliseconds. */
const manyEvents = 2_000;

/** A storage in PostgreSQL. */
export interface PostgresStorage extends RosterStorage {
  /**
   * Creates the tables, or updates them to the version that this package expects; creates the schema if it is missing.
   * Returns the versions that it applied. All of it is one statement, so it happens as a whole or not at all. Safe to
   * repeat, and safe to run from many processes at once: they wait for each other.
   *
   * Errors: `storage_schema_mismatch` if a newer version of this package has migrated the database, `storage_failed` if
   * the database's encoding is not UTF8 or the database rejects a statement, and `storage_unavailable` if the database
   * cannot be reached.
   */
  migrate(): ResultAsync<MigrationReport, StorageError>;
}

/**
 * Keeps rosters in the host's own PostgreSQL database, in tables whose names begin with `roster_` by default.
 *
 * Call `migrate()` before the first use: until then, every other call returns `storage_schema_mismatch`. Each command
 * is one statement that loads and one that commits; each list is one statement. If the client is inside the host's open
 * transaction, a command commits or rolls back with it.
 *
 * Does no I/O until it is used. Throws a TypeError if an option is invalid or unknown.
 */
export function postgresStorage(options: PostgresStorageOptions): PostgresStorage {
  requireOptions(options, "The options of postgresStorage", ["client", "prepare", "schema", "tablePrefix"]);
  const { client, prepare = true } = options;
  requireOption(hasMethods(client, "query"), "client", "an object with a query method, such as a pg.Pool", client);
  requireOption(isBoolean(prepare), "prepare", "true, false or absent", prepare);
  const tables = tablesOf(options);
  const connection = createConnection(client, tables, prepare);
  const { read, commit, whole } = createCalls(connection);

  return {
    limits: libraryLimits,
    load: (organizationId, need, options) => read(options, factsReading(tables, organizationId, need)),
    commit(batch, options) {
      const statement = commitStatement(tables, batch);
      const { organizationId, command } = batch;
      const { key } = command;
      const isLarge = batch.events.length > manyEvents;
      return commit(options, async () => {
        // Building the statement and passing it to the driver both take long, so others get a turn in between.
        if (isLarge) await nextTurn();
        return commitBatch(connection, statement, organizationId, key);
      });
    },
    read: {
      organizationMembers: (query, options) => read(options, listPage(tables, query, organizationMembers, personOf)),
      workspaceMembers: (query, options) => read(options, listPage(tables, query, workspaceMembers, personOf)),
      candidates: (query, options) => read(options, listPage(tables, query, candidates, personOf)),
      workspaces: (query, options) => read(options, listPage(tables, query, workspaces, workspaceRowOf)),
      workspacesOf: (query, options) => read(options, listPage(tables, query, workspacesOf, membershipRowOf)),
    },
    events: (organizationId, after, limit, options) =>
      read(options, eventPage(tables, organizationId, after, limit, options)),
    pruneCommandRecords: (before, limit, options) =>
      whole(options, async () => ({ deleted: await pruneCommandRecords(connection, before, limit) })),
    migrate: () => new ResultAsync(migrate(connection)),
  };
}
