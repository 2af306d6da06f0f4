import { errAsync } from "neverthrow";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { memoryHarness } from "../storage/memory.ts";
import { type Breaks, broken, brokenSecond, type BrokenStorage } from "./broken-storage.ts";

const declares = "limits › declares how many users one command may change, from 1 to 10,000";
const declaresChanges = "limits › declares how many changes one commit may carry, from 1 to 50,000";

const limited =
  (members: number): Breaks =>
  (storage) => ({ ...storage, limits: { ...storage.limits, members } });

const changing =
  (changes: number): Breaks =>
  (storage) => ({ ...storage, limits: { ...storage.limits, changes } });

/** Accepts fewer rows than it declares. */
const overstates: Breaks = (storage) => ({
  ...storage,
  commit: (batch, options) =>
    batch.writes.length > 5_000
      ? errAsync(storageFailed(new Error("too many parameters")))
      : storage.commit(batch, options),
});

/** Accepts 5,000 events in one commit, whatever it declares. */
const takesFewerChanges: Breaks = (storage) => ({
  ...storage,
  commit: (batch, options) =>
    batch.events.length > 5_000 ? errAsync(storageFailed(new Error("too many rows"))) : storage.commit(batch, options),
});

/** Deletes commands before a different time, or more of them. */
function forgets(change: (before: string, limit: number) => readonly [before: string, limit: number]): Breaks {
  return (storage) => ({
    ...storage,
    pruneCommandRecords: (before, limit, options) => storage.pruneCommandRecords(...change(before, limit), options),
  });
}

let shared: ReturnType<StorageHarness["open"]> | null = null;

const oneForAll: StorageHarness = {
  open() {
    shared ??= memoryHarness.open();
    return shared;
  },
};

export const brokenLimits: readonly BrokenStorage[] = [
  ...[0, 2.5, 10_001, Infinity, NaN].map((members) =>
    broken(`declares a limit of ${members} members`, limited(members), declares),
  ),
  brokenSecond("declares another limit on its second handle", limited(100), declares),
  ...[0, 2.5, 50_001, Infinity, NaN].map((changes) =>
    broken(`declares a limit of ${changes} changes`, changing(changes), declaresChanges),
  ),
  brokenSecond("declares another limit of changes on its second handle", changing(20_000), declaresChanges),
  broken(
    "accepts fewer changes than it declares",
    takesFewerChanges,
    "limits › accepts as many changes in one commit as it declares",
  ),
  broken(
    "accepts fewer users than it declares",
    overstates,
    "limits › accepts as many users in one command as it declares",
  ),
  broken(
    "deletes the commands of the given time too",
    forgets((before, limit) => [`${before}~`, limit]),
    "pruneCommandRecords › deletes the commands before a time, and keeps those of that time and later",
  ),
  broken(
    "deletes more commands than its limit",
    forgets((before) => [before, 1_000]),
    "pruneCommandRecords › deletes no more than its limit, and fewer only if none is left",
  ),
  { name: "opens one store for all", harness: oneForAll, caughtBy: ["stores › shares no data with another store"] },
];
