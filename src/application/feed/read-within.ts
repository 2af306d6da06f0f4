import { err, type Result, type ResultAsync } from "neverthrow";
import { type StorageError, storageUnavailable } from "../ports/storage-error.ts";
import type { Timer } from "../ports/timer.ts";

/** One read that is given up when the signal fires or the time is over, also if the store never answers. */
export async function readWithin<Read>(
  read: (signal: AbortSignal) => ResultAsync<Read, StorageError>,
  milliseconds: number,
  timer: Timer,
  stop: AbortSignal,
): Promise<Result<Read, StorageError>> {
  const giveUp = new AbortController();
  const stopped = (): void => giveUp.abort();
  stop.addEventListener("abort", stopped);
  const late = timer.wait(milliseconds, giveUp.signal).then(() => err(storageUnavailable(tooLate(milliseconds))));
  try {
    return await Promise.race([read(giveUp.signal), late]);
  } finally {
    stop.removeEventListener("abort", stopped);
    // Ends the timer, and tells the store that nobody waits any more.
    giveUp.abort();
  }
}

function tooLate(milliseconds: number): Error {
  return new Error(`The store did not answer within ${milliseconds} ms.`);
}
