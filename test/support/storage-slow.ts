import { setTimeout } from "node:timers/promises";
import { ResultAsync } from "neverthrow";
import type { RosterStorage, StorageError } from "../../src/index.ts";
import { memoryStorage } from "../../src/memory.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";

type Call<Value> = () => ResultAsync<Value, StorageError>;

/** Stores behind a network: every call takes 1 to 5 milliseconds, half of it on the way there. */
export const slowHarness: StorageHarness = {
  open() {
    const storage = slow(memoryStorage());
    return Promise.resolve({ storage, second: storage, close: () => Promise.resolve() });
  },
};

let calls = 0;

function late<Value>(call: Call<Value>): ResultAsync<Value, StorageError> {
  calls += 1;
  const milliseconds = (1 + (calls % 5)) / 2;
  const way = () => ResultAsync.fromSafePromise<unknown, StorageError>(setTimeout(milliseconds));
  return way()
    .andThen(call)
    .andThen((value) => way().map(() => value));
}

function slow(storage: RosterStorage): RosterStorage {
  const { read } = storage;
  return {
    limits: storage.limits,
    load: (organizationId, need, options) => late(() => storage.load(organizationId, need, options)),
    commit(batch, options) {
      const sent = structuredClone(batch);
      return late(() => storage.commit(sent, options));
    },
    read: {
      organizationMembers: (query, options) => late(() => read.organizationMembers(query, options)),
      workspaceMembers: (query, options) => late(() => read.workspaceMembers(query, options)),
      candidates: (query, options) => late(() => read.candidates(query, options)),
      workspaces: (query, options) => late(() => read.workspaces(query, options)),
      workspacesOf: (query, options) => late(() => read.workspacesOf(query, options)),
    },
    events: (organizationId, after, limit, options) =>
      late(() => storage.events(organizationId, after, limit, options)),
    forgetCommands: (before, limit, options) => late(() => storage.forgetCommands(before, limit, options)),
  };
}
