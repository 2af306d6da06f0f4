import { z } from "zod";
import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { CallOptions } from "../engine/command-receipt.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { readInTime } from "../engine/in-time.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { Runtime } from "../engine/runtime.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { wholeNumber } from "../schemas/query-fields.ts";

/** The number of records that one transaction deletes, so that it never blocks the store for long. */
const batchSize = 1_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** The input of `pruneIdempotencyKeys`. */
export interface PruneIdempotencyKeysInput {
  /** A whole number from 1 to 36,500. A day is 24 hours. */
  readonly olderThanDays: number;
}

/** The outcome of `pruneIdempotencyKeys`. */
export interface PruneIdempotencyKeysOutcome {
  /** The number of deleted records. */
  readonly deleted: number;
}

/** The errors of `pruneIdempotencyKeys`. After a storage error, earlier batches stay deleted. */
export type PruneIdempotencyKeysError = InvalidInput | StorageError;

const maxDays = 36_500;

export function pruneIdempotencyKeysSchema() {
  return z.strictObject({ olderThanDays: wholeNumber(1, maxDays) });
}

const parse = parserOf(pruneIdempotencyKeysSchema());

/** Deletes old idempotency records batch by batch, until none is left or the signal fires. Each batch has its own deadline. */
export function pruneIdempotencyKeysOf(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<PruneIdempotencyKeysOutcome, PruneIdempotencyKeysError> {
  const { storage, clock, timer, deadlineMs } = runtime;

  async function prune(
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Result<PruneIdempotencyKeysOutcome, PruneIdempotencyKeysError>> {
    const parsed = parse(input);
    if (parsed.isErr()) return err(parsed.error);

    const before = new Date(clock().getTime() - parsed.value.olderThanDays * dayMs).toISOString();
    let deleted = 0;
    for (;;) {
      const limits = { deadline: timer.now() + deadlineMs, signal };
      const batch = await readInTime(timer, limits, (options) =>
        storage.pruneCommandRecords(before, batchSize, options),
      );
      if (batch.isErr()) return err(batch.error);
      deleted += batch.value.deleted;
      if (batch.value.deleted < batchSize) return ok({ deleted });
    }
  }

  return (input, options) => new ResultAsync(prune(input, options?.signal));
}
