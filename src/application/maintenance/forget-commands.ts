import { z } from "zod";
import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { CallOptions } from "../engine/command-outcome.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { readInTime } from "../engine/in-time.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { Runtime } from "../engine/runtime.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { wholeNumber } from "../schemas/query-fields.ts";

/** So many records are deleted in one transaction, so that it never holds the store for long. */
const batchSize = 1_000;
const dayMs = 24 * 60 * 60 * 1_000;

export interface ForgetCommandsInput {
  /** 1 to 36,500. */
  readonly olderThanDays: number;
}

/** What `forgetCommands` did. */
export interface CommandsAreForgotten {
  readonly forgotten: number;
}

/** What `forgetCommands` can fail with. */
export type ForgetCommandsError = InvalidInput | StorageError;

const mostDays = 36_500;

export function forgetCommandsSchema() {
  return z.strictObject({ olderThanDays: wholeNumber(1, mostDays) });
}

const parse = parserOf(forgetCommandsSchema());

/** Deletes old idempotency records batch by batch, until none is left or the signal fires. The deadline bounds each batch. */
export function forgetCommandsOf(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<CommandsAreForgotten, ForgetCommandsError> {
  const { storage, clock, timer, deadlineMs } = runtime;

  async function forget(
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Result<CommandsAreForgotten, ForgetCommandsError>> {
    const parsed = parse(input);
    if (parsed.isErr()) return err(parsed.error);

    const before = new Date(clock().getTime() - parsed.value.olderThanDays * dayMs).toISOString();
    let forgotten = 0;
    for (;;) {
      const limits = { deadline: timer.now() + deadlineMs, signal };
      const batch = await readInTime(timer, limits, (options) => storage.forgetCommands(before, batchSize, options));
      if (batch.isErr()) return err(batch.error);
      forgotten += batch.value.forgotten;
      if (batch.value.forgotten < batchSize) return ok({ forgotten });
    }
  }

  return (input, options) => new ResultAsync(forget(input, options?.signal));
}
