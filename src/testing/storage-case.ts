import type { OpenStore, StorageHarness } from "./harness.ts";

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
