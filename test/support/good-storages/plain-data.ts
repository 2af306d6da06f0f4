import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { memoryHarness } from "../storage/memory.ts";

/** Stores in memory whose answers are plain data, but unusual: frozen, without prototypes, their fields in another order. */
export const plainDataHarness: StorageHarness = {
  async open() {
    const store = await memoryHarness.open();
    return { ...store, storage: plain(store.storage), second: plain(store.second) };
  },
};

function plain({ limits, read, ...storage }: RosterStorage): RosterStorage {
  return {
    limits,
    load: (...args) => storage.load(...args).map(unusual),
    commit: (...args) => storage.commit(...args).map(unusual),
    read: {
      organizationMembers: (...args) => read.organizationMembers(...args).map(unusual),
      workspaceMembers: (...args) => read.workspaceMembers(...args).map(unusual),
      candidates: (...args) => read.candidates(...args).map(unusual),
      workspaces: (...args) => read.workspaces(...args).map(unusual),
      workspacesOf: (...args) => read.workspacesOf(...args).map(unusual),
    },
    events: (...args) => storage.events(...args).map(unusual),
    pruneCommandRecords: (...args) => storage.pruneCommandRecords(...args).map(unusual),
  };
}

function unusual<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Error) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(unusual)) as Value;
  const fields = Object.entries(value).toReversed();
  const bare = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of fields) bare[name] = unusual(member);
  return Object.freeze(bare) as Value;
}
