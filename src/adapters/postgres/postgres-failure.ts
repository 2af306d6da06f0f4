import { type StorageError, storageFailed, storageUnavailable } from "../../application/ports/storage-error.ts";
import { failuresByCode, failuresByMessage, isTlsCode, type PostgresFailure } from "./failure-codes.ts";

const sqlState = /^(?=.*\d)(?!P[1-9])[0-9A-Z]{5}$/;

/** Errors of wrappers hold the driver's inside: deeper than this none was seen. */
const deepest = 5;

/** What kind of failure the thrown value tells of; null where no database driver threw it, which makes it a bug. */
export function postgresFailure(thrown: unknown): PostgresFailure | null {
  for (const { code, originalCode, message } of layersOf(thrown, deepest)) {
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

/** The error for a statement that changes nothing, or whose change does not matter. A bug is thrown on. */
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
        new Error("The host's transaction has failed before. Roll it back, or to a savepoint.", { cause: thrown }),
      );
    case "duplicate":
    case "spoilt":
    case "missing":
    case "failed":
      return storageFailed(thrown);
  }
}

/** The error and those that it wraps: `cause` in Drizzle and elsewhere, `meta` and `driverAdapterError` in Prisma. */
function* layersOf(thrown: unknown, depth: number): Generator<Record<string, unknown>> {
  if (typeof thrown !== "object" || thrown === null || depth === 0) return;
  const layer = thrown as Record<string, unknown>;
  yield layer;
  for (const inner of [layer["cause"], layer["meta"], layer["driverAdapterError"]]) yield* layersOf(inner, depth - 1);
}
