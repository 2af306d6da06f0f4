import { ResultAsync } from "neverthrow";
import { type StorageError, storageFailed } from "../../application/ports/storage-error.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { StorageHarness } from "../harness.ts";

/** A store that is wrong in one way. An author runs the contract on their own store with this mistake, and sees it fail. */
export interface WrongStore {
  /** Continues the sentence "a storage that". */
  readonly name: string;
  /** The group whose cases are expected to catch it. */
  readonly group: string;
  /** Whether the mistake shows only on a harness with `faults`. */
  readonly needsFaults: boolean;
  /** The same stores, each with the mistake in both handles. */
  readonly wrong: (harness: StorageHarness) => StorageHarness;
}

export type Breaks = (storage: RosterStorage) => RosterStorage;

/** `mistake` is called once per store, so that its two handles can share what they remember. */
export function wrongStore(name: string, group: string, mistake: () => Breaks, needsFaults = false): WrongStore {
  return {
    name,
    group,
    needsFaults,
    wrong: (harness) => ({
      async open() {
        const store = await harness.open();
        const breaks = mistake();
        return { ...store, storage: breaks(store.storage), second: breaks(store.second) };
      },
    }),
  };
}

/** Sends another batch than the one that it was given. */
export function committing(
  change: (...call: Parameters<RosterStorage["commit"]>) => Parameters<RosterStorage["commit"]>,
): Breaks {
  return (storage) => ({
    ...storage,
    commit: (...call) => storage.commit(...change(...call)),
  });
}

/** An answer made of several calls. The error of one of them is the answer. */
export function answer<Value>(work: (valueOf: ValueOf) => Promise<Value>): ResultAsync<Value, StorageError> {
  let error: StorageError | null = null;
  const valueOf: ValueOf = async (call) => {
    const result = await call;
    if (result.isOk()) return result.value;
    error = result.error;
    throw new Error(error.code);
  };
  return ResultAsync.fromPromise(
    work((call) => valueOf(call)),
    (cause) => error ?? storageFailed(cause),
  );
}

type ValueOf = <Value>(call: ResultAsync<Value, StorageError>) => Promise<Value>;
