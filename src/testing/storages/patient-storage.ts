import { ok, type Result, ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../application/ports/commit-batch.ts";
import { need } from "../../application/ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import { systemTimer } from "../../application/ports/timer.ts";
import { equal } from "../expectations.ts";

const maxUnavailable = 5;
const maxConflicts = 5;
const maxUnknown = 100;
const pauseMs = 5;

/**
 * A handle that asks again where the contract lets a store answer without need: `storage_unavailable`, `unknown`, and
 * `conflict` while the revision is still the expected one. It is for tests that use a storage without a roster.
 *
 * It hides no fault: a batch that was applied although the answer was `conflict` or an error is a `conflict` or `replay`
 * when it is sent again, and that is what the caller gets.
 */
export function patientStorage(storage: RosterStorage): RosterStorage {
  const { limits, read } = storage;
  return {
    limits,
    load: (...args) => patiently(() => storage.load(...args)),
    commit: (batch, options) => new ResultAsync(commitUntilKnown(storage, structuredClone(batch), options)),
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

function patiently<Value>(ask: () => ResultAsync<Value, StorageError>): ResultAsync<Value, StorageError> {
  return new ResultAsync(untilReached(ask));
}

async function untilReached<Value>(ask: () => ResultAsync<Value, StorageError>): Promise<Result<Value, StorageError>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.isOk() || answer.error.code !== "storage_unavailable" || attempt === maxUnavailable) return answer;
    await systemTimer.wait(pauseMs);
  }
}

async function commitUntilKnown(
  storage: RosterStorage,
  batch: CommitBatch,
  options: StorageCallOptions,
): Promise<Result<CommitOutcome, StorageError>> {
  const look = () =>
    untilReached(() => storage.load(batch.organizationId, need({ command: batch.command.key }), options));
  const before = await look();
  if (before.isErr()) return before.map(() => ({ kind: "conflict" }) as const);
  let unknown = 0;
  for (let conflicts = 0; ;) {
    const sent = await untilReached(() => storage.commit(batch, unknown > 0 ? {} : options));
    if (sent.isErr()) return sent;
    if (sent.value.kind === "unknown" && unknown < maxUnknown) unknown += 1;
    else if (sent.value.kind === "conflict" && conflicts < maxConflicts) {
      conflicts += 1;
      const now = await look();
      if (now.isErr() || now.value.revision !== batch.guard.expectedRevision) return sent;
    } else {
      // A record that did not exist before, and is the batch's own after a lost answer, was stored by an earlier send.
      const isOurs = unknown > 0 && before.value.command === null && sent.value.kind === "replay";
      return isOurs && isSame(sent.value.command, batch.command) ? ok({ kind: "committed" }) : sent;
    }
    await systemTimer.wait(pauseMs);
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
