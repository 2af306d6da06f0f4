import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";

/** Where the suite gets its stores from. Each engine has one. */
export interface StorageHarness {
  /** Opens an empty store with its tables, which shares nothing with any other. */
  open(): Promise<OpenStore>;
}

/** One store and two handles on it. */
export interface OpenStore {
  readonly storage: RosterStorage;
  /** A second way into the same store: another connection, another pool; the same object where there is only one. */
  readonly second: RosterStorage;
  /** Gives back everything that `open` took. */
  close(): Promise<void>;
}

/** One promise of the storage port. It holds where `run` resolves; it rejects with an AssertionError that says what is wrong. */
export interface StorageCase {
  readonly group: string;
  readonly name: string;
  readonly run: (harness: StorageHarness) => Promise<void>;
}

/** A case with a store of its own. */
export function storageCase(group: string, name: string, body: (store: OpenStore) => Promise<void>): StorageCase {
  return {
    group,
    name,
    async run(harness) {
      const store = await harness.open();
      try {
        await body(store);
      } finally {
        await store.close();
      }
    },
  };
}
