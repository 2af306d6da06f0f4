import { ok, ResultAsync } from "neverthrow";
import type { CommitOutcome } from "../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";

export interface StalledStorage {
  readonly storage: RosterStorage;
  /** Lets the held commit go on. Resolves once the storage has answered it. */
  readonly release: () => Promise<void>;
}

/** Simulates a network that holds the first commit. Its caller is answered `unknown` when the signal fires. */
export function stalledStorage(storage: RosterStorage): StalledStorage {
  let goOn = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let delivered: Promise<unknown> | null = null;
  return {
    async release() {
      goOn();
      await delivered;
    },
    storage: {
      ...storage,
      commit(batch, options) {
        if (delivered !== null) return storage.commit(batch, options);
        const sent = structuredClone(batch);
        const answer = released.then(async () => storage.commit(sent, {}));
        delivered = answer;
        const { signal } = options;
        const givenUp = new Promise<CommitOutcome>((resolve) => {
          signal?.addEventListener(
            "abort",
            () => {
              resolve({ kind: "unknown", cause: "The commit was held." });
            },
            { once: true },
          );
        });
        return new ResultAsync(Promise.race([answer, givenUp.then((outcome) => ok(outcome))]));
      },
    },
  };
}
