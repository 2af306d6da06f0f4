import { errAsync, ResultAsync, type Result } from "neverthrow";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";
import { commitBatch } from "./commit/commit-batch.ts";
import { pruneCommandRecords } from "./commit/prune-command-records.ts";
import { hasMethods, requireOption, requireOptions } from "../../domain/values/checked-option.ts";
import { createConnection } from "./connection.ts";
import { loadFacts } from "./load/load-facts.ts";
import { readEvents } from "./read/events.ts";
import { listPage } from "./read/list-page.ts";
import { organizationPeople } from "./read/organization-people.ts";
import { personOf } from "./read/stored-person.ts";
import { workspacePeople } from "./read/workspace-people.ts";
import { workspaces, workspacesOf } from "./read/workspaces.ts";
import { migrate, type MigrationReport } from "./schema/migrate.ts";
import { ready } from "./schema/ready.ts";
import type { SqliteDatabase } from "./sqlite-database.ts";
import { inSnapshot, inTransaction } from "./transaction.ts";

/** Options of `sqliteStorage`. */
export interface SqliteStorageOptions {
  /** An open database. The roster sets `busy_timeout` and `foreign_keys` on it; the host closes it. */
  readonly database: SqliteDatabase;
  /** How long SQLite waits for another connection's lock, in milliseconds, while the process stands still. Default 1,000. */
  readonly busyTimeoutMs?: number;
}

/** A roster kept in SQLite. */
export interface SqliteStorage extends RosterStorage {
  /**
   * Creates the tables or brings them up to date, in one transaction, and turns the write-ahead log on. Safe to repeat
   * and safe to run by many processes at once; waits for them at most 15 seconds, then `storage_unavailable`.
   *
   * Fails with `storage_schema_mismatch` where a newer version of this package was here, and with `storage_failed`
   * where the database is inside a transaction or is not encoded in UTF-8.
   */
  migrate(): ResultAsync<MigrationReport, StorageError>;
}

/**
 * Keeps rosters in the host's own SQLite database, in tables whose names begin with `roster_`.
 *
 * Does no I/O until it is used; throws a TypeError if an option is invalid or unknown. Every method works in one block without a wait and in a transaction of its own: it fails
 * with `storage_failed` while the host has a transaction open on the same database object, and with
 * `storage_schema_mismatch` until `migrate()` has run.
 */
export function sqliteStorage(options: SqliteStorageOptions): SqliteStorage {
  requireOptions(options, "The options of sqliteStorage", ["database", "busyTimeoutMs"]);
  const { database, busyTimeoutMs = 1_000 } = options;
  requireOption(hasMethods(database, "exec", "prepare"), "database", "an open SQLite database", database);
  const isTime = Number.isSafeInteger(busyTimeoutMs) && busyTimeoutMs >= 0;
  requireOption(isTime, "busyTimeoutMs", "a whole number of milliseconds from 0", busyTimeoutMs);
  const connection = createConnection(database, busyTimeoutMs);

  function call<Value>(
    options: StorageCallOptions,
    work: () => Result<Value, StorageError>,
  ): ResultAsync<Value, StorageError> {
    if (options.hasFired?.() ?? options.signal?.aborted === true) return errAsync(aborted());
    // Works at once; a bug becomes a rejection, since a caller cannot handle it as one of the store's errors.
    return new ResultAsync(new Promise((resolve) => resolve(ready(connection).andThen(work))));
  }

  function read<Value>(options: StorageCallOptions, work: () => Value): ResultAsync<Value, StorageError> {
    return call(options, () => inSnapshot(connection, work));
  }

  return {
    limits: libraryLimits,
    load: (organizationId, need, options) => read(options, () => loadFacts(connection, organizationId, need)),
    commit: (batch, options) => call(options, () => commitBatch(connection, batch)),
    read: {
      organizationMembers: (query, options) =>
        read(options, () =>
          listPage(connection, query, () =>
            organizationPeople(connection, query, { role: query.role, workspaceId: null }).map(personOf),
          ),
        ),
      workspaceMembers: (query, options) =>
        read(options, () => listPage(connection, query, () => workspacePeople(connection, query).map(personOf))),
      candidates: (query, options) =>
        read(options, () =>
          listPage(connection, query, () =>
            organizationPeople(connection, query, { role: null, workspaceId: query.workspaceId }).map(personOf),
          ),
        ),
      workspaces: (query, options) =>
        read(options, () => listPage(connection, query, () => workspaces(connection, query))),
      workspacesOf: (query, options) =>
        read(options, () => listPage(connection, query, () => workspacesOf(connection, query))),
    },
    events: (organizationId, after, limit, options) =>
      read(options, () => ({
        facts: loadFacts(connection, organizationId, options.need),
        rows: readEvents(connection, organizationId, after, limit, options),
      })),
    pruneCommandRecords: (before, limit, options) =>
      call(options, () =>
        inTransaction(connection, "BEGIN IMMEDIATE", () => ({
          deleted: pruneCommandRecords(connection, before, limit),
        })),
      ),
    migrate: () => migrate(connection),
  };
}
