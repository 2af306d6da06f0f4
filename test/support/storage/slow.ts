import { setTimeout } from "node:timers/promises";
import { ResultAsync } from "neverthrow";
import type { StorageError } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";

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

/** Asks late for what was asked when the call came, whatever becomes of the question meanwhile. */
function asked<Query, Value>(
  query: Query,
  call: (copy: Query) => ResultAsync<Value, StorageError>,
): ResultAsync<Value, StorageError> {
  const copy = structuredClone(query);
  return late(() => call(copy));
}

function slow(storage: RosterStorage): RosterStorage {
  const { read } = storage;
  return {
    limits: storage.limits,
    load: (organizationId, need, options) => asked(need, (copy) => storage.load(organizationId, copy, options)),
    commit(batch, options) {
      const sent = structuredClone(batch);
      return late(() => storage.commit(sent, options));
    },
    read: {
      organizationMembers: (query, options) => asked(query, (copy) => read.organizationMembers(copy, options)),
      workspaceMembers: (query, options) => asked(query, (copy) => read.workspaceMembers(copy, options)),
      candidates: (query, options) => asked(query, (copy) => read.candidates(copy, options)),
      workspaces: (query, options) => asked(query, (copy) => read.workspaces(copy, options)),
      workspacesOf: (query, options) => asked(query, (copy) => read.workspacesOf(copy, options)),
    },
    events: (organizationId, after, limit, { signal, ...query }) =>
      asked(query, (copy) => storage.events(organizationId, after, limit, { ...copy, signal })),
    pruneCommandRecords: (before, limit, options) => late(() => storage.pruneCommandRecords(before, limit, options)),
  };
}
