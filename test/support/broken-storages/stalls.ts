import { err, ok } from "neverthrow";
import type { CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { aborted, type StorageError, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { stalledStorage, type StalledStorage } from "../../../src/testing/storages/stalled-storage.ts";
import type { BrokenStorage } from "./broken-storage.ts";

const later = "stalled commit › applies nothing later if it said that nothing was applied";

/** Returns something else than `unknown` for a commit that it gave up while it was on its way. */
function guesses(name: string, guess: CommitOutcome | StorageError, ...caughtBy: readonly string[]): BrokenStorage {
  return {
    name,
    caughtBy,
    harness: {
      open() {
        const real = memoryStorage();
        let stalled: StalledStorage | null = null;
        return Promise.resolve({
          storage: {
            ...real,
            commit(batch, options) {
              const through = stalled?.storage ?? real;
              return through.commit(batch, options).andThen((outcome) => {
                if (outcome.kind !== "unknown") return ok(outcome);
                return "kind" in guess ? ok(guess) : err(guess);
              });
            },
          },
          second: real,
          faults: {
            cutBeforeCommit: () => undefined,
            cutBeforeAnswer: () => undefined,
            stallCommit() {
              stalled = stalledStorage(real);
              return stalled.release;
            },
          },
          close: () => Promise.resolve(),
        });
      },
    },
  };
}

export const brokenStalls: readonly BrokenStorage[] = [
  guesses("returns aborted for a commit that arrives later", aborted(), later),
  guesses("returns storage_unavailable for a commit that arrives later", storageUnavailable("timed out"), later),
  guesses("returns a conflict for a commit that arrives later", { kind: "conflict" }, later),
];
