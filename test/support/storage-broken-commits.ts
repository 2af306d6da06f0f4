import { ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../src/application/ports/commit-batch.ts";
import { need } from "../../src/application/ports/need.ts";
import type { CommandRecord } from "../../src/application/ports/records.ts";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { valueOf } from "../../src/testing/expectations.ts";

/** Applies a batch whatever the revision is. */
export function ignoresGuard(storage: RosterStorage): RosterStorage {
  return withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    return valueOf(storage.commit({ ...batch, guard: { ...batch.guard, expectedRevision: revision } }, {}));
  });
}

/** Leaves behind what was written before the row that is not as it must be. */
export function appliesHalf(storage: RosterStorage): RosterStorage {
  return withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    for (let size = batch.writes.length - 1; size > 0; size -= 1) {
      const half = { ...batch, writes: batch.writes.slice(0, size), events: [] };
      if ((await valueOf(storage.commit(half, {}))).kind === "committed") break;
    }
    return outcome;
  });
}

/** Looks at the revision before it looks for the command. */
export function prefersConflict(storage: RosterStorage): RosterStorage {
  return withCommit(storage, async (batch) => {
    const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    if (revision !== batch.guard.expectedRevision) return { kind: "conflict" };
    return valueOf(storage.commit(batch, {}));
  });
}

/** Applies the writes and forgets that the command was executed. */
export function forgetsCommand(storage: RosterStorage): RosterStorage {
  let commits = 0;
  return withCommit(storage, async (batch) => {
    commits += 1;
    const key = `${batch.command.key} ${commits}` as CommandRecord["key"];
    return valueOf(storage.commit({ ...batch, command: { ...batch.command, key } }, {}));
  });
}

/** Answers a replay with what it is asked, not with what is stored. */
export function replaysTheQuestion(storage: RosterStorage): RosterStorage {
  return withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    return outcome.kind === "replay" ? { kind: "replay", command: batch.command } : outcome;
  });
}

/** Does not store the events. */
export function dropsEvents(storage: RosterStorage): RosterStorage {
  return withCommit(storage, (batch) => valueOf(storage.commit({ ...batch, events: [] }, {})));
}

function withCommit(storage: RosterStorage, commit: (batch: CommitBatch) => Promise<CommitOutcome>): RosterStorage {
  return { ...storage, commit: (batch) => ResultAsync.fromSafePromise(commit(batch)) };
}
