import { setTimeout as wait } from "node:timers/promises";
import { ok, type Result, ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome, RosterStorage, StorageCallOptions, StorageError } from "workspace-roster";
import { need } from "../../src/application/ports/need.ts";
import { isDeepStrictEqual } from "node:util";

const patienceMs = 60_000;

/**
 * Asks again while the store cannot be reached, and sends a batch again of which nobody knows: as the roster does, for cases
 * that speak to a storage without one. Everything else it answers as it is.
 */
export function patientStorage(storage: RosterStorage): RosterStorage {
  return {
    limits: storage.limits,
    load: patient(storage.load),
    commit: (batch, options) => new ResultAsync(commitUntilKnown(storage, structuredClone(batch), options)),
    read: {
      organizationMembers: patient(storage.read.organizationMembers),
      workspaceMembers: patient(storage.read.workspaceMembers),
      candidates: patient(storage.read.candidates),
      workspaces: patient(storage.read.workspaces),
      workspacesOf: patient(storage.read.workspacesOf),
    },
    events: patient(storage.events),
    forgetCommands: patient(storage.forgetCommands),
  };
}

function patient<Parameters extends readonly unknown[], Value>(
  method: (...parameters: Parameters) => ResultAsync<Value, StorageError>,
): (...parameters: Parameters) => ResultAsync<Value, StorageError> {
  return (...parameters) => new ResultAsync(untilReached(() => method(...parameters)));
}

async function untilReached<Value>(ask: () => ResultAsync<Value, StorageError>): Promise<Result<Value, StorageError>> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer.isOk() || answer.error.code !== "storage_unavailable" || performance.now() > end) return answer;
    await wait(50);
  }
}

/** A record that was not there before, and is the batch's own after a lost answer, was stored by an earlier send. */
async function commitUntilKnown(
  storage: RosterStorage,
  batch: CommitBatch,
  options: StorageCallOptions,
): Promise<Result<CommitOutcome, StorageError>> {
  const before = await untilReached(() =>
    storage.load(batch.organizationId, need({ command: batch.command.key }), options),
  );
  if (before.isErr()) return before.map(() => ({ kind: "conflict" }) as const);
  const end = performance.now() + patienceMs;
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
