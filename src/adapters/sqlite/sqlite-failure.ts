import { type StorageError, storageFailed, storageUnavailable } from "../../application/ports/storage-error.ts";

/**
 * - `busy`: another connection is in the way; try again.
 * - `full`: there is no space left.
 * - `unavailable`: the file cannot be used.
 * - `failed`: everything else.
 */
export type SqliteFailure = "busy" | "full" | "unavailable" | "failed";

// The primary result codes by number and name: https://www.sqlite.org/rescode.html
const failures: ReadonlyMap<number | string, SqliteFailure> = new Map<number | string, SqliteFailure>([
  ...both(5, "BUSY", "busy"),
  ...both(6, "LOCKED", "busy"),
  ...both(15, "PROTOCOL", "busy"),
  ...both(3, "PERM", "unavailable"),
  ...both(7, "NOMEM", "unavailable"),
  ...both(8, "READONLY", "unavailable"),
  ...both(10, "IOERR", "unavailable"),
  ...both(13, "FULL", "full"),
  ...both(14, "CANTOPEN", "unavailable"),
]);

// A closed database can be recognized by the message only: better-sqlite3 and bun:sqlite give it no code.
const closed = /database (connection )?is not open|closed database|database has closed|statement has been finalized/i;

/** The kind of failure that was thrown. Null if it did not come from SQLite, which makes it a bug. */
export function sqliteFailure(thrown: unknown): SqliteFailure | null {
  if (typeof thrown !== "object" || thrown === null) return null;
  const { code, errcode, message } = thrown as Record<string, unknown>;
  // node:sqlite has the extended result code as a number, whose low byte is the primary result code.
  if (code === "ERR_SQLITE_ERROR" && typeof errcode === "number") return failures.get(errcode & 0xff) ?? "failed";
  // better-sqlite3 and bun:sqlite have the name of the extended result code, such as SQLITE_BUSY_SNAPSHOT.
  if (typeof code === "string" && code.startsWith("SQLITE_")) return failures.get(code.split("_")[1] ?? "") ?? "failed";
  return typeof message === "string" && closed.test(message) ? "unavailable" : null;
}

/** The storage error for a thrown value; null if it did not come from SQLite. */
export function storageErrorOf(thrown: unknown): StorageError | null {
  const failure = sqliteFailure(thrown);
  if (failure === null) return null;
  return failure === "failed" ? storageFailed(thrown) : storageUnavailable(thrown);
}

function both(number: number, name: string, failure: SqliteFailure): [number | string, SqliteFailure][] {
  return [
    [number, failure],
    [name, failure],
  ];
}
