import { err, type Result, type ResultAsync } from "neverthrow";
import type { RevisionNotReached } from "../errors.ts";
import { aborted, type StorageError } from "../ports/storage-error.ts";
import { backOff } from "../retry.ts";
import type { Runtime } from "../runtime.ts";

/** Reads until the store shows the wanted revision: a replica or another node may be behind (rule M7). */
export async function readAtLeast<Read>(
  read: () => ResultAsync<Read, StorageError>,
  revisionOf: (read: Read) => number,
  atLeast: number | null,
  { timer, deadlineMs }: Runtime,
  signal: AbortSignal | undefined,
): Promise<Result<Read, StorageError | RevisionNotReached>> {
  const deadline = timer.now() + deadlineMs;
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted === true) return err(aborted());
    const result = await read();
    if (result.isErr() || atLeast === null) return result;
    const revision = revisionOf(result.value);
    if (revision >= atLeast) return result;
    if (timer.now() >= deadline) return err({ code: "revision_not_reached", atLeast, revision });
    await backOff(attempt, timer, signal);
  }
}
