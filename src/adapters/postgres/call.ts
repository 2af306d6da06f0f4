import { err, ok, ResultAsync, type Result } from "neverthrow";
import type { CommitOutcome } from "../../application/ports/commit-batch.ts";
import type { StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";
import type { Connection } from "./connection.ts";
import { postgresFailure, readError } from "./postgres-failure.ts";
import type { Reading } from "./reading.ts";
import { createReadiness } from "./schema/ready.ts";

type Answer<Value> = Promise<Result<Value, StorageError>>;

/** How the storage's methods use the connection. A bug rejects the promise: a caller could not handle it as a storage error. */
export interface Calls {
  /** Runs one reading statement. If the signal fires, the call no longer waits for its answer. */
  readonly read: <Value>(options: StorageCallOptions, reading: Reading<Value>) => ResultAsync<Value, StorageError>;
  /** Commits. If the signal fires after the statement was sent, the outcome is unknown. */
  readonly commit: (
    options: StorageCallOptions,
    send: () => Answer<CommitOutcome>,
  ) => ResultAsync<CommitOutcome, StorageError>;
  /** Runs work that a signal cannot stop once it has begun. */
  readonly whole: <Value>(options: StorageCallOptions, work: () => Promise<Value>) => ResultAsync<Value, StorageError>;
}

export function createCalls(connection: Connection): Calls {
  const ready = createReadiness(connection);

  /** Checks the schema if that is not done yet, then does the work, unless the signal has fired by then. */
  async function once<Value>({ signal }: StorageCallOptions, work: () => Answer<Value>): Answer<Value> {
    if (signal?.aborted === true) return err(aborted());
    if (!connection.isReady) {
      const isReady = await unlessAborted(ready(), signal);
      if (isReady === "aborted") return err(aborted());
      if (isReady.isErr()) return err(isReady.error);
    }
    return orMismatch(await work());
  }

  /** If a table or column is missing, the version of the schema is probably the reason, so it is checked again. */
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
          const answer = await unlessAborted(
            attempt(() => connection.query(statement), readAttempts),
            options.signal,
          );
          return answer === "aborted" ? err(aborted()) : answer.map(([row]) => answerOf(row));
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

/** Under SERIALIZABLE, PostgreSQL may cancel a read because of other transactions. The next attempt has a new snapshot. */
const readAttempts = 5;

async function attempt<Value>(work: () => Promise<Value>, attempts = 1): Answer<Value> {
  try {
    return ok(await work());
  } catch (thrown) {
    if (attempts > 1 && postgresFailure(thrown) === "conflict") return attempt(work, attempts - 1);
    return err(readError(thrown));
  }
}

/** Waits for the work or for the signal, whichever comes first. The work goes on even if nobody waits for it. */
async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value | "aborted"> {
  if (signal === undefined) return work;
  let stop = (): void => undefined;
  const aborted = new Promise<"aborted">((resolve) => {
    stop = () => {
      resolve("aborted");
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
