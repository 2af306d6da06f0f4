import { err, errAsync, ok, ResultAsync, type Result } from "neverthrow";
import type { CommitOutcome, StorageCallOptions, StorageError } from "workspace-roster/storage";

/** Reads: answers `aborted` as soon as the signal fires, and an error instead of throwing. */
export function reading<Value>(
  { signal }: StorageCallOptions,
  read: () => Promise<Value>,
): ResultAsync<Value, StorageError> {
  return unlessAborted<Value>(signal, err({ code: "aborted" }), async () => {
    try {
      return ok(await read());
    } catch (thrown) {
      return err(notApplied(thrown) ?? { code: "storage_unavailable", cause: thrown });
    }
  });
}

/** Commits: what is neither surely applied nor surely not applied is `unknown`. Never guess. */
export function committing(
  { signal }: StorageCallOptions,
  commit: () => Promise<CommitOutcome>,
): ResultAsync<CommitOutcome, StorageError> {
  const givenUp = ok({ kind: "unknown", cause: "The signal fired after the commit was sent." } as const);
  return unlessAborted<CommitOutcome>(signal, givenUp, async () => {
    try {
      return ok(await commit());
    } catch (thrown) {
      const error = notApplied(thrown);
      return error === null ? ok({ kind: "unknown", cause: thrown }) : err(error);
    }
  });
}

/**
 * The error if your store has surely applied nothing; null if it may have.
 *
 * List the harmless errors of your driver, not the harmful ones: an error that nobody thought of must be null. If the
 * connection could not be made, the store is full or the transaction was rolled back, return `storage_unavailable`. If
 * your store asks to retry the transaction, let `commit` return `{ kind: "conflict" }`.
 */
function notApplied(thrown: unknown): StorageError | null {
  if (thrown instanceof NotWrittenYet) return { code: "storage_failed", cause: thrown };
  if (thrown instanceof Closed) return { code: "storage_unavailable", cause: thrown };
  return null;
}

export class Closed extends Error {
  override message = "The storage is closed.";
}

class NotWrittenYet extends Error {}

/** For what you have not written yet: the call returns `storage_failed` with this text. */
export function notWrittenYet(what: string): Error {
  return new NotWrittenYet(`not written yet: ${what}`);
}

/** Does not start the work if the signal has fired, and stops waiting for it when the signal fires. */
function unlessAborted<Value>(
  signal: StorageCallOptions["signal"],
  otherwise: Result<Value, StorageError>,
  work: () => Promise<Result<Value, StorageError>>,
): ResultAsync<Value, StorageError> {
  if (signal?.aborted === true) return errAsync({ code: "aborted" });
  const fired = Promise.withResolvers<Result<Value, StorageError>>();
  const stop = (): void => fired.resolve(otherwise);
  signal?.addEventListener("abort", stop);
  // A signal may live longer than many calls, so each call removes its listener.
  return new ResultAsync(
    Promise.race([work(), fired.promise]).finally(() => signal?.removeEventListener("abort", stop)),
  );
}
