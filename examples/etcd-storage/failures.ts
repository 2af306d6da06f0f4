import { isBrokenCircuitError } from "cockatiel";
import * as etcd from "etcd3";
import { err, errAsync, ok, ResultAsync, type Result } from "neverthrow";
import type { StorageError } from "workspace-roster";

type Signal = AbortSignal | undefined;

const refusals = [etcd.GRPCInvalidArgumentError, etcd.GRPCUnauthenticatedError, etcd.EtcdPermissionDeniedError];

/**
 * The error where etcd surely applied nothing; null where it may have.
 *
 * UNAVAILABLE and DEADLINE_EXCEEDED tell nothing: a leader may pass a transaction on and die before it answers. What is
 * listed here is what is known to be harmless, so that an error that nobody thought of is not taken for harmless.
 */
// #region failures
export function surelyNotApplied(thrown: unknown): StorageError | null {
  if (refusals.some((refusal) => thrown instanceof refusal)) return { code: "storage_failed", cause: thrown };
  const isHarmless =
    isBrokenCircuitError(thrown) || // etcd3 did not try, because every node had just failed.
    (thrown instanceof Error && thrown.message.includes("No connection established")) || // grpc-js could not send it.
    thrown instanceof etcd.GRPCResourceExhastedError; // etcd's queue or disk is full; it refused before it began.
  return isHarmless ? { code: "storage_unavailable", cause: thrown } : null;
}
// #endregion

/** Reads, and reads again at another node where one does not answer. Only a read may be repeated without a thought. */
export function reading<Value>(signal: Signal, read: () => Promise<Value>, attempts = 4) {
  return unlessAborted<Value>(signal, err({ code: "aborted" }), async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return ok(await read());
      } catch (thrown) {
        const error = surelyNotApplied(thrown) ?? { code: "storage_unavailable", cause: thrown };
        if (error.code === "storage_failed" || attempt >= attempts || signal?.aborted === true) return err(error);
      }
    }
  });
}

/** Starts nothing once the signal has fired, and waits no longer than until then. */
export function unlessAborted<Value>(
  signal: Signal,
  otherwise: Result<Value, StorageError>,
  work: () => Promise<Result<Value, StorageError>>,
): ResultAsync<Value, StorageError> {
  if (signal?.aborted === true) return errAsync({ code: "aborted" });
  const fired = Promise.withResolvers<Result<Value, StorageError>>();
  const stop = (): void => fired.resolve(otherwise);
  signal?.addEventListener("abort", stop);
  // A signal may outlive many calls; the listener may not.
  return new ResultAsync(
    Promise.race([work(), fired.promise]).finally(() => signal?.removeEventListener("abort", stop)),
  );
}
