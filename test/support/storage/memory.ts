import { errAsync, okAsync } from "neverthrow";
import { storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import type { OpenStore, StorageHarness } from "../../../src/testing/harness.ts";
import { type StalledStorage, stalledStorage } from "../../../src/testing/storages/stalled-storage.ts";

/** Stores in memory; the first handle can be cut off. */
export const memoryHarness: StorageHarness = {
  open() {
    const storage = memoryStorage();
    const { storage: cut, faults } = cuttable(storage);
    let stalled: StalledStorage | null = null;
    return Promise.resolve({
      storage: {
        ...cut,
        commit(batch, options) {
          const through = stalled?.storage ?? cut;
          return through.commit(batch, options);
        },
      },
      faults: {
        ...faults,
        stallCommit() {
          stalled = stalledStorage(cut);
          return stalled.release;
        },
      },
      second: storage,
      close: () => Promise.resolve(),
    });
  },
};

/** The storage as seen over a connection that can be cut. */
function cuttable(storage: RosterStorage): Required<Pick<OpenStore, "storage" | "faults">> {
  let cut: "cutBeforeCommit" | "cutBeforeAnswer" | null = null;
  const cause = new Error("The connection was cut.");
  return {
    faults: {
      cutBeforeCommit() {
        cut = "cutBeforeCommit";
      },
      cutBeforeAnswer() {
        cut = "cutBeforeAnswer";
      },
    },
    storage: {
      ...storage,
      commit(batch, options) {
        const fault = cut;
        cut = null;
        if (fault === null) return storage.commit(batch, options);
        if (fault === "cutBeforeCommit") return errAsync(storageUnavailable(cause));
        return storage.commit(batch, options).andThen(() => okAsync({ kind: "unknown" as const, cause }));
      },
    },
  };
}
