import { type StorageError, storageFailed, storageUnavailable } from "../../application/ports/storage-error.ts";
import { failuresByCode, failuresByMessage, isTlsCode, type PostgresFailure } from "./failure-codes.ts";

const sqlState = /^(?=.*\d)(?!P[1-9])[0-9A-Z]{5}$/;

/** Wrappers nest the driver's error in theirs; no deeper nesting than this has been seen. */
const maxDepth = 5;

/** The kind of failure that was thrown. Null if it did not come from a database driver, which makes it a bug. */
export function postgresFailure(thrown: unknown): PostgresFailure | null {
  for (const { code, originalCode, message } of layersOf(thrown, maxDepth)) {
    for (const each of [code, originalCode]) {
      if (typeof each !== "string") continue;
      const failure = failuresByCode.get(each) ?? (sqlState.test(each) || isTlsCode(each) ? "failed" : null);
      if (failure !== null) return failure;
    }
    const failure = typeof message === "string" ? failuresByMessage.get(message) : undefined;
    if (failure !== undefined) return failure;
  }
  return null;
}

/** The storage error for a failed statement that changes nothing, or whose outcome need not be known. Rethrows a bug. */
export function readError(thrown: unknown): StorageError {
  const failure = postgresFailure(thrown);
  switch (failure) {
    case null:
      throw thrown;
    case "conflict":
    case "locked":
    case "lost":
    case "unavailable":
      return storageUnavailable(thrown);
    case "aborted":
      return storageFailed(
        new Error("The host's transaction had already failed. Roll it back, or roll back to a savepoint.", {
          cause: thrown,
        }),
      );
    case "duplicate":
    case "spoilt":
    case "missing":
    case "failed":
      return storageFailed(thrown);
  }
}

/** The error and the errors inside it: `cause` in Drizzle and elsewhere, `meta` and `driverAdapterError` in Prisma. */
function* layersOf(thrown: unknown, depth: number): Generator<Record<string, unknown>> {
  if (typeof thrown !== "object" || thrown === null || depth === 0) return;
  const layer = thrown as Record<string, unknown>;
  yield layer;
  for (const inner of [layer["cause"], layer["meta"], layer["driverAdapterError"]]) yield* layersOf(inner, depth - 1);
}
