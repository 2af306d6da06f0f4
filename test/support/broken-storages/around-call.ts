import { ResultAsync } from "neverthrow";
import type { RosterStorage, StorageCallOptions } from "../../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../../src/application/ports/storage-error.ts";
import type { PortMethod } from "../../../src/testing/port/port-calls.ts";

type Answer = ResultAsync<unknown, StorageError>;
type Method = (...args: readonly unknown[]) => Answer;

/** Makes the real call: with the caller's signal, or without one. */
export type Call = (options?: StorageCallOptions) => Answer;
export type Around = (call: Call, options: StorageCallOptions) => Answer;

/** A storage with one method, of the port or one of its lists, that does something before or after the real call. */
export function aroundCall(storage: RosterStorage, method: PortMethod, around: Around): RosterStorage {
  const real = Reflect.get(method in storage.read ? storage.read : storage, method) as Method;
  const changed: Method = (...args) => {
    const options = args.at(-1) as StorageCallOptions;
    const asked = structuredClone(args.slice(0, -1));
    return around(
      (own = { signal: undefined }) => real(...asked, { ...options, hasFired: undefined, ...own }),
      options,
    );
  };
  const part = { [method]: changed };
  return method in storage.read ? { ...storage, read: { ...storage.read, ...part } } : { ...storage, ...part };
}

/** A promise of a result as the port returns it. */
export function answer(work: Promise<Awaited<Answer>>): Answer {
  return new ResultAsync(work);
}

export const never = (): Answer => new ResultAsync<never, never>(new Promise(() => undefined));

/** Resolves to true if the signal fires within some turns. */
export async function firesSoon({ signal }: StorageCallOptions): Promise<boolean> {
  for (let turn = 0; turn < 10 && signal?.aborted !== true; turn += 1) {
    if (signal === undefined) return false;
    await new Promise(setImmediate);
  }
  return signal?.aborted === true;
}
