import { errAsync } from "neverthrow";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import type { CommitBatch, RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";

const members = 7;
const changes = 20;

/** Stores that declare a limit of seven users and twenty events per commit, and reject larger batches. */
export const smallHarness: StorageHarness = {
  open() {
    const storage = small(memoryStorage());
    return Promise.resolve({ storage, second: storage, close: () => Promise.resolve() });
  },
};

function small(storage: RosterStorage): RosterStorage {
  return {
    ...storage,
    limits: { members, changes },
    commit(batch, options) {
      const users = usersIn(batch).size;
      if (batch.events.length > changes) {
        return errAsync(storageFailed(new Error(`${batch.events.length} events in one commit, more than ${changes}.`)));
      }
      if (users <= members) return storage.commit(batch, options);
      return errAsync(storageFailed(new Error(`${users} users in one commit, more than ${members}.`)));
    },
  };
}

function usersIn({ writes, events }: CommitBatch): ReadonlySet<string> {
  const rows = writes.map((write): object => (write.kind === "put" ? write.record : write.key));
  return new Set([...rows, ...events].flatMap((row) => ("userId" in row ? String(row.userId) : [])));
}
