import { memoryStorage } from "../../src/memory.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";

/** Stores in memory; both handles are the one object. */
export const memoryHarness: StorageHarness = {
  open() {
    const storage = memoryStorage();
    return Promise.resolve({ storage, second: storage, close: () => Promise.resolve() });
  },
};
