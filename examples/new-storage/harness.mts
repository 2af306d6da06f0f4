import type { StorageHarness } from "workspace-roster/testing";
import { myStorage } from "./storage.mts";

const run = Date.now().toString(36);
let opened = 0;

/** Opens stores for the contract. */
export const harness: StorageHarness = {
  open() {
    opened += 1;
    // Each call opens an empty store that shares nothing with any other: a prefix, a schema, a file or a database of its own.
    const options = { prefix: `contract-${run}-${String(opened)}` };
    const storage = myStorage(options);
    // Another handle on the same store, with a connection of its own. Most bugs show only there.
    const second = myStorage(options);
    // Create tables here, if your store has any.
    return Promise.resolve({
      storage,
      second,
      async close() {
        await storage.close();
        await second.close();
        // Delete what this store has written.
      },
      // faults: { … } cuts the connection at a bad moment. See "The harness" in docs/how-to/write-an-adapter.md.
    });
  },
};
