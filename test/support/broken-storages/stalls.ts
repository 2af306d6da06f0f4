import { err, ok, okAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { aborted, type StorageError, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { stalledStorage, type StalledStorage } from "../../../src/testing/storages/stalled-storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { StorageFaults } from "../../../src/testing/harness.ts";
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

/** Applies a held batch when it arrives, whatever was committed in the meantime. */
function appliesLate(
  name: string,
  late: (batch: CommitBatch, storage: RosterStorage) => Promise<CommitBatch>,
  caughtBy: string,
): BrokenStorage {
  return {
    name,
    caughtBy: [caughtBy],
    harness: {
      open() {
        const real = memoryStorage();
        let [isHeld, arrive] = [false, (): Promise<unknown> => Promise.resolve()];
        const storage: RosterStorage = {
          ...real,
          commit(batch, options) {
            if (!isHeld) return real.commit(batch, options);
            isHeld = false;
            const sent = structuredClone(batch);
            arrive = async () => real.commit(await late(sent, real), {});
            return okAsync({ kind: "unknown", cause: "held" });
          },
        };
        const faults: StorageFaults = {
          cutBeforeCommit: () => undefined,
          cutBeforeAnswer: () => undefined,
          stallCommit() {
            isHeld = true;
            return async () => {
              await arrive();
            };
          },
        };
        return Promise.resolve({ storage, second: real, faults, close: () => Promise.resolve() });
      },
    },
  };
}

/** The batch as if it had been made now. */
async function madeNow(batch: CommitBatch, storage: RosterStorage): Promise<CommitBatch> {
  const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
  return { ...batch, guard: { ...batch.guard, expectedRevision: revision } };
}

const withoutRows = (batch: CommitBatch): CommitBatch => ({ ...batch, writes: [], events: [] });
const withKey = (batch: CommitBatch): CommitBatch => ({
  ...batch,
  command: { ...batch.command, key: `${batch.command.key} late` as CommitBatch["command"]["key"] },
});

export const brokenStalls: readonly BrokenStorage[] = [
  guesses("returns aborted for a commit that arrives later", aborted(), later),
  guesses("returns storage_unavailable for a commit that arrives later", storageUnavailable("timed out"), later),
  guesses("returns a conflict for a commit that arrives later", { kind: "conflict" }, later),
  appliesLate(
    "applies a commit again that arrives after it was sent again",
    async (batch, storage) => withKey(withoutRows(await madeNow(batch, storage))),
    "stalled commit › applies a commit once if it arrives after it was sent again",
  ),
  appliesLate(
    "applies a commit that arrives after a later one",
    madeNow,
    "stalled commit › does not apply a commit that arrives after a later one",
  ),
];
