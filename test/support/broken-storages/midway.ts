import { okAsync, ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { memoryStorage } from "../../../src/memory.ts";
import {
  type Breaks,
  broken,
  type BrokenStorage,
  roundTrip,
  withCommit,
  withLoad,
  withReader,
} from "./broken-storage.ts";

const abortedMidway =
  "abort › answers commit in time and truthfully if its signal fires midway, and harms no other call";
const aborted = () => ({ code: "aborted" as const });

/** Gives up waiting at once, while the commit is still on its way. */
const givesUpWaiting: Breaks = (storage) => ({
  ...storage,
  commit(batch, { signal }) {
    const sent = structuredClone(batch);
    const commit = new Promise((resolve) => setTimeout(resolve, 20)).then(() => valueOf(storage.commit(sent, {})));
    const gone = new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(new Error("gone"))));
    return ResultAsync.fromPromise(Promise.race([commit, gone]), aborted);
  },
});

/** Does not release its lock if the caller gave up meanwhile. */
const keepsLock: Breaks = (storage) => {
  let isLocked = false;
  return {
    ...storage,
    commit(batch, { signal }) {
      if (isLocked) return okAsync({ kind: "conflict" });
      const sent = structuredClone(batch);
      const commit = roundTrip().then(() => {
        isLocked = signal?.aborted === true;
        if (isLocked) throw new Error("gone");
        return valueOf(storage.commit(sent, {}));
      });
      return ResultAsync.fromPromise(commit, aborted);
    },
  };
};

const readsNeedLate: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    await roundTrip();
    return valueOf(storage.load(organizationId, needed, {}));
  });

const readsQueriesLate: Breaks = (storage) =>
  listKinds.reduce(
    (late, { name }) =>
      withReader(late, name, async (query, ask) => {
        await roundTrip();
        return ask(query);
      }),
    storage,
  );

const readsEventsQueryLate: Breaks = (storage) => ({
  ...storage,
  events: (organizationId, after, limit, query) =>
    ResultAsync.fromSafePromise(roundTrip()).andThen(() => storage.events(organizationId, after, limit, query)),
});

const createsAnyhow: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    const writes = batch.writes.map((write) =>
      write.table === "organization" ? { ...write, expected: "absent" as const } : write,
    );
    return valueOf(storage.commit({ ...batch, writes }, {}));
  });

/** Keeps all organizations in one document. Pruning writes back the version that it has read. */
const rewritesDocument: Breaks = (first) => {
  let now: RosterStorage = first;
  let log: CommitBatch[] = [];
  return {
    ...withCommit(first, async (batch) => {
      const kept = structuredClone(batch);
      const outcome = await valueOf(now.commit(batch, {}));
      if (outcome.kind === "committed") log.push(kept);
      return outcome;
    }),
    load: (organizationId, need, options) => now.load(organizationId, need, options),
    pruneCommandRecords: (before, limit, options) => {
      const read = [...log];
      return ResultAsync.fromSafePromise(roundTrip()).andThen(() => {
        now = memoryStorage();
        log = read;
        return ResultAsync.fromSafePromise(Promise.all(read.map((batch) => now.commit(batch, {})))).andThen(() =>
          now.pruneCommandRecords(before, limit, options),
        );
      });
    },
  };
};

/** Waits for its replica at each commit, except while many commits are in progress: then it answers earlier. */
const replicaLagsUnderLoad: StorageHarness = {
  open() {
    const [first, replica] = [memoryStorage(), memoryStorage()];
    let underWay = 0;
    let replicated: Promise<unknown> = Promise.resolve();
    const commit = (batch: CommitBatch): Promise<CommitOutcome> => {
      const copy = structuredClone(batch);
      underWay += 1;
      return valueOf(first.commit(copy, {})).then(async (outcome) => {
        replicated = replicated.then(roundTrip).then(() => replica.commit(copy, {}));
        if (underWay <= 6) await replicated;
        underWay -= 1;
        return outcome;
      });
    };
    return Promise.resolve({
      storage: withCommit(first, commit),
      second: withCommit(replica, commit),
      close: () => Promise.resolve(),
    });
  },
};

export const brokenMidway: readonly BrokenStorage[] = [
  broken("returns aborted for a commit that is on its way", givesUpWaiting, abortedMidway),
  broken("keeps its lock when the caller gives up", keepsLock, abortedMidway),
  broken("reads a need late", readsNeedLate, "isolation › ignores changes to a need after it was passed in"),
  broken(
    "reads queries late",
    readsQueriesLate,
    ...listKinds.map(({ name }) => `isolation › ignores changes to a query of ${name} after it was passed in`),
  ),
  broken(
    "reads the query of events late",
    readsEventsQueryLate,
    "isolation › ignores changes to a query of events after it was passed in",
  ),
  broken(
    "creates an organization that is expected to be present",
    createsAnyhow,
    "commit: expected rows › returns a conflict for a missing organization that is expected to be present",
  ),
  {
    name: "has a second handle that lags behind where many commit",
    harness: replicaLagsUnderLoad,
    caughtBy: ["race › shows a commit at once through the other handle while many others commit"],
  },
  broken(
    "overwrites commits that were made while it deleted",
    rewritesDocument,
    "pruneCommandRecords › loses no commit that is made while it deletes",
  ),
];
