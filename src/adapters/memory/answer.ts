import { errAsync, ok, ResultAsync, type Result } from "neverthrow";
import type { StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { aborted, type StorageError } from "../../application/ports/storage-error.ts";

/**
 * Runs a block at once, so that nothing comes between its parts, and answers later, as a store across a network would.
 *
 * What a block throws is a bug and rejects; a block changes nothing before everything in it that could throw.
 */
export function answer<Value>(options: StorageCallOptions, block: () => Value): ResultAsync<Value, StorageError> {
  if (options.hasFired?.() ?? options.signal?.aborted === true) return errAsync(aborted());
  return new ResultAsync(
    new Promise<Result<Value, StorageError>>((resolve) => {
      resolve(ok(block()));
    }),
  );
}
