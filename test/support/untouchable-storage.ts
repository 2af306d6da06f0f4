import { libraryLimits } from "../../src/application/ports/storage-limits.ts";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";

/** A store that must not be called: each of its methods throws. */
export function untouchableStorage(): RosterStorage {
  return {
    limits: libraryLimits,
    load: touched,
    commit: touched,
    read: {
      organizationMembers: touched,
      workspaceMembers: touched,
      candidates: touched,
      workspaces: touched,
      workspacesOf: touched,
    },
    events: touched,
    pruneCommandRecords: touched,
  };
}

function touched(): never {
  throw new Error("Storage was touched.");
}
