import { DatabaseSync } from "node:sqlite";
import { errAsync, okAsync } from "neverthrow";
import { need } from "../../../src/application/ports/need.ts";
import type { CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import { type StorageError, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { SqliteDatabase } from "../../../src/sqlite.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { sqliteHarness } from "../storage/sqlite.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";

const cutBeforeAnswer = ["storage", "second"].map(
  (handle) =>
    `unknown outcome › reports a commit truthfully that is cut off before its answer, and applies it once when it is sent again through ${handle}`,
);
const cutBeforeCommit = ["storage", "second"].map(
  (handle) =>
    `unknown outcome › reports a commit truthfully that is cut off before it takes effect, and applies it once when it is sent again through ${handle}`,
);

/** Returns something else when it does not know the outcome. */
function guesses(guess: { readonly outcome: CommitOutcome } | { readonly error: StorageError }): Breaks {
  return (storage) => ({
    ...storage,
    commit: (batch, options) =>
      storage.commit(batch, options).andThen((outcome) => {
        if (outcome.kind !== "unknown") return okAsync(outcome);
        return "outcome" in guess ? okAsync(guess.outcome) : errAsync(guess.error);
      }),
  });
}

/** Tries again by itself, as if there had been no first attempt. */
const triesAgain: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "unknown") return outcome;
    const { revision, lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const events = batch.events.map((event, index) => ({ ...event, sequence: lastSequence + 1 + index }));
    const command = { ...batch.command, key: "again" as CommandRecord["key"] };
    const lastAt = events.at(-1)?.at ?? batch.guard.lastAt;
    const guard = { expectedRevision: revision, lastSequence: lastSequence + events.length, lastAt };
    return valueOf(storage.commit({ ...batch, writes: [], command, guard, events }, {}));
  });

function swallowsFailedCommit(database: SqliteDatabase): SqliteDatabase {
  return {
    prepare: (sql) => database.prepare(sql),
    exec(sql) {
      if (sql !== "COMMIT") return database.exec(sql);
      try {
        return database.exec(sql);
      } catch {
        return database.exec("ROLLBACK");
      }
    },
  };
}

export const brokenOutcomes: readonly BrokenStorage[] = [
  {
    name: "swallows a failed COMMIT",
    harness: sqliteHarness((path) => new DatabaseSync(path), swallowsFailedCommit),
    caughtBy: cutBeforeCommit,
  },
  broken(
    "returns a conflict if it does not know the outcome",
    guesses({ outcome: { kind: "conflict" } }),
    ...cutBeforeAnswer,
    "unknown outcome › lets a roster find out whether a command took effect after its answer was lost",
  ),
  broken(
    "returns storage_unavailable if it does not know the outcome",
    guesses({ error: storageUnavailable("The connection was cut.") }),
    ...cutBeforeAnswer,
    "unknown outcome › lets a roster find out whether a command took effect after its answer was lost",
  ),
  broken("tries again by itself under another key", triesAgain, ...cutBeforeAnswer),
];
