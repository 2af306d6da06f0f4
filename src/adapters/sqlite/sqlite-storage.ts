import { errAsync, ResultAsync, type Result } from "neverthrow";
import type { ListPage, ListQuery } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";
import { pruneCommandRecords } from "./command-records.ts";
import { commitBatch } from "./commit/commit-batch.ts";
import { hasMethods, requireOption, requireOptions } from "../../domain/values/checked-option.ts";
import { createConnection } from "./connection.ts";
import { loadFacts } from "./load/load-facts.ts";
import { readEvents } from "./read/events.ts";
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
  /** An open database. The storage sets `busy_timeout` and `foreign_keys` on it. The host closes it. */
  readonly database: SqliteDatabase;
  /**
   * How long SQLite waits for a lock of another connection, in milliseconds: a whole number from 0. Default: 1,000. The
   * wait is synchronous, so it blocks the whole process.
   */
  readonly busyTimeoutMs?: number;
}

/** A storage in SQLite. */
export interface SqliteStorage extends RosterStorage {
  /**
   * Creates the tables, or updates them to the version that this package expects, in one transaction, and turns on the
   * write-ahead log. Returns the versions that it applied. Safe to repeat, and safe to run from many processes at once.
   *
   * Errors: `storage_schema_mismatch` if a newer version of this package has migrated the database, `storage_failed` if
   * the database is inside a transaction or its encoding is not UTF-8, and `storage_unavailable` if other connections
   * lock the database for more than 15 seconds or it cannot be used.
   */
  migrate(): ResultAsync<MigrationReport, StorageError>;
}

/**
 * Keeps rosters in the host's own SQLite database, in tables whose names begin with `roster_`.
 *
 * Call `migrate()` before the first use: until then, every other call returns `storage_schema_mismatch`. Each call works
 * synchronously, in a transaction of its own. It returns `storage_failed` if the host has a transaction open on the same
 * database object.
 *
 * Does no I/O until it is used. Throws a TypeError if an option is invalid or unknown.
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
    // Works at once. A bug rejects the promise, because a caller could not handle it as a storage error.
    return new ResultAsync(new Promise((resolve) => resolve(ready(connection).andThen(work))));
  }

  function read<Value>(options: StorageCallOptions, work: () => Value): ResultAsync<Value, StorageError> {
    return call(options, () => inSnapshot(connection, work));
  }

  /** A page of a list and the facts that authorize the caller, from one snapshot. */
  function list<Query extends ListQuery, Row>(rowsOf: (query: Query) => readonly Row[]) {
    return (query: Query, options: StorageCallOptions): ResultAsync<ListPage<Row>, StorageError> =>
      read(options, () => ({ facts: loadFacts(connection, query.organizationId, query.need), rows: rowsOf(query) }));
  }

  return {
    limits: libraryLimits,
    load: (organizationId, need, options) => read(options, () => loadFacts(connection, organizationId, need)),
    commit: (batch, options) => call(options, () => commitBatch(connection, batch)),
    read: {
      organizationMembers: list((query) =>
        organizationPeople(connection, query, { role: query.role, workspaceId: null }).map(personOf),
      ),
      workspaceMembers: list((query) => workspacePeople(connection, query).map(personOf)),
      candidates: list((query) =>
        organizationPeople(connection, query, { role: null, workspaceId: query.workspaceId }).map(personOf),
      ),
      workspaces: list((query) => workspaces(connection, query)),
      workspacesOf: list((query) => workspacesOf(connection, query)),
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
