import { err, ok, type Result } from "neverthrow";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { Connection } from "./connection.ts";
import { sqliteFailure, storageErrorOf } from "./sqlite-failure.ts";

const insideHostTransaction =
  "The database is inside a transaction that the roster did not begin. Commit it first, or use a separate connection for the roster.";

/**
 * Opens a transaction. `BEGIN IMMEDIATE` takes the write lock at once. A transaction that reads first and writes later
 * would fail instead of waiting if another connection wrote in between.
 *
 * Throws what the database throws. The caller must not roll back then, because an open transaction would be the host's.
 */
export function begin(connection: Connection, how: "BEGIN" | "BEGIN IMMEDIATE"): void {
  try {
    connection.exec(how);
  } catch (thrown) {
    if (sqliteFailure(thrown) !== "failed") throw thrown;
    throw Object.assign(new Error(insideHostTransaction, { cause: thrown }), { code: "SQLITE_ERROR" });
  }
}

/** Rolls back the open transaction. False if there is none, or if that is unknown. */
export function rollback(connection: Connection): boolean {
  try {
    connection.exec("ROLLBACK");
    return true;
  } catch {
    // Either SQLite has ended the transaction itself, as it does after some failures, or the connection is closed.
    return false;
  }
}

/** Runs reads in one read transaction, so that they all see the same commit. */
export function inSnapshot<Value>(connection: Connection, read: () => Value): Result<Value, StorageError> {
  return inTransaction(connection, "BEGIN", read);
}

/** Runs the work in one transaction. If the database throws, returns an error, and nothing was applied. */
export function inTransaction<Value>(
  connection: Connection,
  how: "BEGIN" | "BEGIN IMMEDIATE",
  work: () => Value,
): Result<Value, StorageError> {
  let isOpen = false;
  try {
    begin(connection, how);
    isOpen = true;
    const value = work();
    connection.exec("COMMIT");
    return ok(value);
  } catch (thrown) {
    if (isOpen) rollback(connection);
    const error = storageErrorOf(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}
