import { isBrokenCircuitError } from "cockatiel";
import * as etcd from "etcd3";
import { err, errAsync, ok, ResultAsync, type Result } from "neverthrow";
import type { StorageError } from "workspace-roster";

type Signal = AbortSignal | undefined;

const refusals = [etcd.GRPCInvalidArgumentError, etcd.GRPCUnauthenticatedError, etcd.EtcdPermissionDeniedError];

/**
 * The error if etcd has certainly applied nothing; null if it may have.
 *
 * UNAVAILABLE and DEADLINE_EXCEEDED are not certain: a leader may pass on a transaction and die before it answers. The
 * function lists the harmless errors, so that an error that nobody thought of is not taken for harmless.
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

/** Reads, and reads again from another node if one does not answer. Only reads are always safe to repeat. */
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

/** Does not start the work if the signal has fired, and stops waiting for it when the signal fires. */
export function unlessAborted<Value>(
  signal: Signal,
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
