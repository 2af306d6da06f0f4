import { isDeepStrictEqual } from "node:util";
import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";
import { idsOf, keyOf, storedRows } from "./in-parts.ts";

const tables = ["organization", "organization_member", "workspace", "role_assignment"] as const;
const absent =
  "commit: expected rows › returns a conflict for a row that is expected to be absent, even if it is equal to the stored one";
const unchanged =
  "commit: expected rows › commits a replacement by an equal row with its revision, command and event, like any other";
const again = "commit: expected rows › treats a deleted row as absent, and an equal row stored again as present";

interface Found {
  readonly storage: RosterStorage;
  readonly batch: CommitBatch;
  /** The writes that store what is stored already. */
  readonly equal: ReadonlySet<Write>;
}

/** Does something of its own with a batch that stores equal rows, at the expected revision. */
function ifEqual(answer: (found: Found) => Promise<CommitOutcome>): Breaks {
  return (storage) =>
    withCommit(storage, async (batch) => {
      const row = await storedRows(storage, batch);
      const equal = new Set(
        batch.writes.filter((write) => {
          if (write.kind === "delete") return false;
          const { nameKey: _, words: __, ...record } = write.record as unknown as Record<string, unknown>;
          return isDeepStrictEqual(row(write), record);
        }),
      );
      const { revision, command } = await valueOf(
        storage.load(batch.organizationId, need({ command: batch.command.key }), {}),
      );
      const isPlain = equal.size === 0 || command !== null || revision !== batch.guard.expectedRevision;
      return isPlain ? valueOf(storage.commit(batch, {})) : answer({ storage, batch, equal });
    });
}

const commit = (storage: RosterStorage, batch: CommitBatch): Promise<CommitOutcome> =>
  valueOf(storage.commit(batch, {}));

const isInsertion = (write: Write): boolean => write.expected === "absent";

/** Remembers what was deleted. */
function withGraves(change: (write: Write, isGrave: boolean) => Write | null): Breaks {
  return (storage) => {
    const graves = new Set<string>();
    return withCommit(storage, async (batch) => {
      const graveOf = (write: Write): string => `${batch.organizationId} ${keyOf(write.table, idsOf(write))}`;
      const writes = batch.writes.map((write) => change(write, graves.has(graveOf(write))));
      if (writes.includes(null)) return { kind: "conflict" };
      const outcome = await commit(storage, { ...batch, writes: writes.filter((write) => write !== null) });
      if (outcome.kind !== "committed") return outcome;
      for (const write of batch.writes) {
        if (write.kind === "delete") graves.add(graveOf(write));
      }
      return outcome;
    });
  };
}

export const brokenEqualRows: readonly BrokenStorage[] = [
  ...tables.flatMap((table) => [
    broken(
      `takes the insertion of an equal row of ${table} for one that was made before`,
      ifEqual(({ storage, batch, equal }) =>
        commit(storage, {
          ...batch,
          writes: batch.writes.filter((write) => !(equal.has(write) && isInsertion(write) && write.table === table)),
        }),
      ),
      absent,
    ),
    broken(
      `returns a conflict if a replacement in ${table} changes no row, as a count of changed rows suggests`,
      ifEqual(async ({ storage, batch, equal }) =>
        [...equal].some((write) => !isInsertion(write) && write.table === table)
          ? { kind: "conflict" }
          : commit(storage, batch),
      ),
      unchanged,
    ),
  ]),
  broken(
    "ignores a batch that changes no row",
    ifEqual(({ storage, batch, equal }) =>
      batch.writes.every((write) => equal.has(write) && !isInsertion(write))
        ? Promise.resolve({ kind: "committed" })
        : commit(storage, batch),
    ),
    unchanged,
  ),
  broken(
    "stores no event of a batch that changes no row",
    ifEqual(({ storage, batch, equal }) =>
      commit(storage, equal.size === batch.writes.length ? { ...batch, events: [] } : batch),
    ),
    unchanged,
  ),
  broken(
    "replays an equal batch under another key",
    ifEqual(({ storage, batch, equal }) =>
      batch.writes.every((write) => equal.has(write))
        ? Promise.resolve({ kind: "replay", command: batch.command })
        : commit(storage, batch),
    ),
    absent,
    unchanged,
  ),
  broken(
    "does not store a row again that was deleted",
    withGraves((write, isGrave) => (isGrave && isInsertion(write) ? null : write)),
    again,
  ),
  broken(
    "takes the mark of a deleted row for the row",
    withGraves((write, isGrave) =>
      isGrave && !isInsertion(write) ? ({ ...write, expected: "absent" } as Write) : write,
    ),
    again,
  ),
  broken(
    "deletes a row that is deleted already",
    (storage) =>
      withCommit(storage, async (batch) => {
        const row = await storedRows(storage, batch);
        const writes = batch.writes.filter((write) => write.kind !== "delete" || row(write) !== undefined);
        return commit(storage, { ...batch, writes });
      }),
    again,
  ),
  broken(
    "stores a row again whether it was deleted or not, once it was",
    withGraves((write, isGrave) => (isGrave && isInsertion(write) ? { ...write, expected: "present" } : write)),
    again,
  ),
];
