import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { ok, type Result, ResultAsync } from "neverthrow";
import type { StorageError } from "workspace-roster";
import type { CommitBatch, CommitOutcome, RosterStorage, StorageCallOptions } from "workspace-roster/storage";
import { need } from "../../src/application/ports/need.ts";

const maxWaitMs = 60_000;

/**
 * Retries while the store cannot be reached, and sends a batch with an unknown outcome again, as the roster does. It is for
 * cases that use a storage without a roster. All other answers are passed on.
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
  const end = performance.now() + maxWaitMs;
  for (;;) {
    const answer = await ask();
    if (answer.isOk() || answer.error.code !== "storage_unavailable" || performance.now() > end) return answer;
    await wait(50);
  }
}

/** A record that did not exist before, and is the batch's own after a lost answer, was stored by an earlier send. */
async function commitUntilKnown(
  storage: RosterStorage,
  batch: CommitBatch,
  options: StorageCallOptions,
): Promise<Result<CommitOutcome, StorageError>> {
  const before = await untilReached(() =>
    storage.load(batch.organizationId, need({ command: batch.command.key }), options),
  );
  if (before.isErr()) return before.map(() => ({ kind: "conflict" }) as const);
  const end = performance.now() + maxWaitMs;
  for (let isLost = false; ;) {
    const sent = await untilReached(() => storage.commit(batch, isLost ? {} : options));
    if (sent.isErr() || performance.now() > end) return sent;
    if (sent.value.kind !== "unknown") {
      const isOurs = isLost && before.value.command === null && sent.value.kind === "replay";
      return isOurs && isDeepStrictEqual(sent.value.command, batch.command) ? ok({ kind: "committed" }) : sent;
    }
    isLost = true;
    await wait(50);
  }
}
