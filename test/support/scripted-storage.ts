import { errAsync, okAsync, ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../src/application/ports/commit-batch.ts";
import type { RosterStorage, StorageCallOptions } from "../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../src/application/ports/storage-error.ts";

type Commit = () => ResultAsync<CommitOutcome, StorageError>;

/** What happens to one commit on its way to the store. */
export type CommitStep = (commit: Commit) => ResultAsync<CommitOutcome, StorageError>;

export const cause = new Error("connection reset");

export const passes: CommitStep = (commit) => commit();
export const conflicts: CommitStep = () => okAsync({ kind: "conflict" });
/** The connection dies before the store receives the batch. */
export const isLost: CommitStep = () => okAsync({ kind: "unknown", cause });
/** The connection dies after the store has applied the batch. */
export const losesItsAnswer: CommitStep = (commit) => commit().map(() => ({ kind: "unknown", cause }));
export const fails = (error: StorageError): CommitStep => {
  return () => errAsync(error);
};
/** Others are faster: they commit before this commit arrives. */
export function comesAfter(others: () => ResultAsync<unknown, unknown> | Promise<unknown>): CommitStep {
  return (commit) => ResultAsync.fromSafePromise(Promise.resolve(others())).andThen(commit);
}

export interface ScriptedStorage extends RosterStorage {
  readonly loads: number;
  readonly commits: readonly { readonly batch: CommitBatch; readonly options: StorageCallOptions }[];
}

/** A real store. Each commit meets the next step of the script, and none after the last; a single step applies to all commits. */
export function scriptedStorage(
  storage: RosterStorage,
  script: readonly CommitStep[] | CommitStep = [],
): ScriptedStorage {
  const commits: { batch: CommitBatch; options: StorageCallOptions }[] = [];
  let loads = 0;
  return {
    ...storage,
    commits,
    get loads() {
      return loads;
    },
    load(organizationId, need, options) {
      loads += 1;
      return storage.load(organizationId, need, options);
    },
    commit(batch, options) {
      const step = typeof script === "function" ? script : (script[commits.length] ?? passes);
      commits.push({ batch, options });
      return step(() => storage.commit(batch, options));
    },
  };
}
