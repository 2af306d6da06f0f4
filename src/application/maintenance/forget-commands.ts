import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { CallOptions } from "../engine/command-outcome.ts";
import type { InvalidInput } from "../errors.ts";
import { readInTime } from "../engine/in-time.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { Runtime } from "../engine/runtime.ts";
import { parseForgetCommands } from "../schemas/forget-commands-schema.ts";

/** So many records are deleted in one transaction, so that it never holds the store for long. */
const batchSize = 1_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** What `forgetCommands` did. */
export interface CommandsAreForgotten {
  readonly forgotten: number;
}

/** What `forgetCommands` can fail with. */
export type ForgetCommandsError = InvalidInput | StorageError;

/** Deletes old idempotency records batch by batch, until none is left or the signal fires. The deadline bounds each batch. */
export function forgetCommandsOf(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<CommandsAreForgotten, ForgetCommandsError> {
  const { storage, clock, timer, deadlineMs } = runtime;

  async function forget(
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Result<CommandsAreForgotten, ForgetCommandsError>> {
    const parsed = parseForgetCommands(input);
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
