import { err, ok, ResultAsync, type Result } from "neverthrow";
import type { CommitOutcome } from "../../application/ports/commit-batch.ts";
import type { StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";
import type { Connection } from "./connection.ts";
import { postgresFailure, readError } from "./postgres-failure.ts";
import type { Reading } from "./reading.ts";
import { createReadiness } from "./schema/ready.ts";
import { unlessAborted } from "./unless-aborted.ts";

type Answer<Value> = Promise<Result<Value, StorageError>>;

/** How the methods of the storage use the connection. A bug becomes a rejection: a caller cannot handle it as an error of the store. */
export interface Calls {
  /** Asks one question. Where the signal fires, nobody waits for the answer. */
  readonly read: <Value>(options: StorageCallOptions, reading: Reading<Value>) => ResultAsync<Value, StorageError>;
  /** Commits. Once it was sent, a signal leaves its outcome unknown. */
  readonly commit: (
    options: StorageCallOptions,
    send: () => Answer<CommitOutcome>,
  ) => ResultAsync<CommitOutcome, StorageError>;
  /** Does something that a signal does not stop once it has begun. */
  readonly whole: <Value>(options: StorageCallOptions, work: () => Promise<Value>) => ResultAsync<Value, StorageError>;
}

export function createCalls(connection: Connection): Calls {
  const ready = createReadiness(connection);

  /** Waits until the schema is known, then does the work, unless the signal fires before it begins. */
  async function once<Value>({ signal }: StorageCallOptions, work: () => Answer<Value>): Answer<Value> {
    if (signal?.aborted === true) return err(aborted());
    if (!connection.isReady) {
      const isReady = await unlessAborted(ready(), signal);
      if (isReady === "aborted") return err(aborted());
      if (isReady.isErr()) return err(isReady.error);
    }
    return orMismatch(await work());
  }

  /** A table that is missing is explained by the version of the schema. */
  async function orMismatch<Value>(result: Result<Value, StorageError>): Answer<Value> {
    if (result.isOk() || result.error.code !== "storage_failed") return result;
    if (postgresFailure(result.error.cause) !== "missing") return result;
    connection.isReady = false;
    const isReady = await ready();
    return isReady.isErr() && isReady.error.code === "storage_schema_mismatch" ? err(isReady.error) : result;
  }

  return {
    read: (options, { statement, answerOf }) =>
      new ResultAsync(
        once(options, async () => {
          const asked = await unlessAborted(
            attempt(() => connection.query(statement), readAttempts),
            options.signal,
          );
          return asked === "aborted" ? err(aborted()) : asked.map(([row]) => answerOf(row));
        }),
      ),
    commit: (options, send) =>
      new ResultAsync(
        once(options, async () => {
          const sent = await unlessAborted(send(), options.signal);
          return sent === "aborted" ? ok({ kind: "unknown", cause: options.signal?.reason as unknown }) : sent;
        }),
      ),
    whole: (options, work) => new ResultAsync(once(options, async () => attempt(work))),
  };
}

/** SERIALIZABLE may give up a read for the sake of others; asked again, it has a new snapshot. */
const readAttempts = 5;

async function attempt<Value>(work: () => Promise<Value>, attempts = 1): Answer<Value> {
  try {
    return ok(await work());
  } catch (thrown) {
    if (attempts > 1 && postgresFailure(thrown) === "conflict") return attempt(work, attempts - 1);
    return err(readError(thrown));
  }
}
