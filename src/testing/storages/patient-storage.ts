import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../application/ports/commit-batch.ts";
import { need } from "../../application/ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import { systemTimer } from "../../application/ports/timer.ts";
import { equal } from "../expectations.ts";

const maxConflicts = 5;
const maxPauseMs = 50;

/** How patient a handle is. */
export interface Patience {
  /** For how long it asks a store again that cannot be reached or does not know an outcome, in milliseconds. Default 1,000. */
  readonly maxWaitMs?: number | undefined;
}

/**
 * A handle that asks again where the contract lets a store answer without need: `storage_unavailable`, `unknown`, and, up to
 * 5 times, `conflict` while the revision is still the expected one. It is for tests that use a storage without a roster.
 *
 * It hides no fault: a batch that was applied although the answer was `conflict` or an error is a `conflict` or `replay`
 * when it is sent again, and that is what the caller gets.
 */
export function patientStorage(storage: RosterStorage, { maxWaitMs = 1_000 }: Patience = {}): RosterStorage {
  const { limits, read } = storage;
  const patiently = <Value>(ask: () => ResultAsync<Value, StorageError>) =>
    new ResultAsync(untilReached(ask, maxWaitMs));
  return {
    limits,
    load: (...args) => patiently(() => storage.load(...args)),
    commit: (batch, options) => new ResultAsync(commitUntilKnown(storage, structuredClone(batch), options, maxWaitMs)),
    read: {
      organizationMembers: (...args) => patiently(() => read.organizationMembers(...args)),
      workspaceMembers: (...args) => patiently(() => read.workspaceMembers(...args)),
      candidates: (...args) => patiently(() => read.candidates(...args)),
      workspaces: (...args) => patiently(() => read.workspaces(...args)),
      workspacesOf: (...args) => patiently(() => read.workspacesOf(...args)),
    },
    events: (...args) => patiently(() => storage.events(...args)),
    pruneCommandRecords: (...args) => patiently(() => storage.pruneCommandRecords(...args)),
  };
}

/** Longer each time, so that a store that answers soon is asked soon, and one that is down is left alone. */
function pause(attempt: number): Promise<void> {
  return systemTimer.wait(Math.min(maxPauseMs, 5 * attempt));
}

async function untilReached<Value>(
  ask: () => ResultAsync<Value, StorageError>,
  maxWaitMs: number,
): Promise<Result<Value, StorageError>> {
  const end = systemTimer.now() + maxWaitMs;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.isOk() || answer.error.code !== "storage_unavailable" || systemTimer.now() > end) return answer;
    await pause(attempt);
  }
}

async function commitUntilKnown(
  storage: RosterStorage,
  batch: CommitBatch,
  options: StorageCallOptions,
  maxWaitMs: number,
): Promise<Result<CommitOutcome, StorageError>> {
  const { organizationId, command, guard } = batch;
  const look = () =>
    untilReached(() => storage.load(organizationId, need({ command: command.key }), options), maxWaitMs);
  const before = await look();
  if (before.isErr()) return err(before.error);
  const end = systemTimer.now() + maxWaitMs;
  let [conflicts, isLost] = [0, false];
  for (let attempt = 1; ; attempt += 1) {
    const sent = await untilReached(() => storage.commit(batch, isLost ? {} : options), maxWaitMs);
    if (sent.isErr()) return sent;
    if (sent.value.kind === "unknown" && systemTimer.now() <= end) isLost = true;
    else if (sent.value.kind === "conflict" && conflicts < maxConflicts) {
      conflicts += 1;
      const now = await look();
      if (now.isErr() || now.value.revision !== guard.expectedRevision) return sent;
    } else {
      // A record that did not exist before, and is the batch's own after a lost answer, was stored by an earlier send.
      const isOurs = isLost && before.value.command === null && sent.value.kind === "replay";
      return isOurs && isSame(sent.value.command, command) ? ok({ kind: "committed" }) : sent;
    }
    await pause(attempt);
  }
}

function isSame(actual: unknown, expected: unknown): boolean {
  try {
    equal(actual, expected);
    return true;
  } catch {
    return false;
  }
}
