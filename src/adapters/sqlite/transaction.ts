import { err, ok, type Result } from "neverthrow";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { Connection } from "./connection.ts";
import { sqliteFailure, storageErrorOf } from "./sqlite-failure.ts";

const insideHostTransaction =
  "The database is inside a transaction that the roster did not begin. Commit it first, or give the roster a connection of its own.";

/**
 * Opens a transaction. `BEGIN IMMEDIATE` takes the write lock at once: a transaction that reads first and then wants to
 * write fails in place of waiting when another connection wrote meanwhile.
 *
 * Throws what the database throws. Whoever calls it must not roll back then: an open transaction is the host's.
 */
export function begin(connection: Connection, how: "BEGIN" | "BEGIN IMMEDIATE"): void {
  try {
    connection.exec(how);
  } catch (thrown) {
    if (sqliteFailure(thrown) !== "failed") throw thrown;
    throw Object.assign(new Error(insideHostTransaction, { cause: thrown }), { code: "SQLITE_ERROR" });
  }
}

/** Undoes the open transaction. False where there is none, or where it cannot be told. */
export function rollback(connection: Connection): boolean {
  try {
    connection.exec("ROLLBACK");
    return true;
  } catch {
    // SQLite itself ended the transaction, as it does after some failures, or the connection is gone.
    return false;
  }
}

/** Runs reads in one read transaction, so that they all see the same commit. */
export function inSnapshot<Value>(connection: Connection, read: () => Value): Result<Value, StorageError> {
  return inTransaction(connection, "BEGIN", read);
}

/** Runs the work in one transaction. What the database throws becomes an error, and nothing was applied then. */
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
