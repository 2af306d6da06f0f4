import { ResultAsync } from "neverthrow";
import type { Facts } from "../../../src/application/ports/need.ts";
import type { ListPage } from "../../../src/application/ports/queries.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import {
  type Breaks,
  broken,
  type BrokenStorage,
  type Row,
  roundTrip,
  withCommit,
  withLoad,
  withReader,
} from "./broken-storage.ts";

/** Returns the same object of facts until the revision changes, so that a caller who changes it changes the store. */
const sharesFacts: Breaks = (storage) => {
  const shared = new Map<string, Facts>();
  return withLoad(storage, async (organizationId, need) => {
    const facts = await valueOf(storage.load(organizationId, need, {}));
    const key = JSON.stringify([organizationId, need, facts.revision]);
    const answer = shared.get(key) ?? structuredClone(facts);
    shared.set(key, answer);
    return answer;
  });
};

const sharesRows: Breaks = (storage) => {
  const shared = new Map<string, readonly Row[]>();
  return withReader(storage, "workspaces", async (query, ask): Promise<ListPage<Row>> => {
    const page = await ask(query);
    const key = JSON.stringify([query.organizationId, page.facts.revision]);
    const rows = shared.get(key) ?? structuredClone(page.rows);
    shared.set(key, rows);
    return { ...page, rows };
  });
};

/** Keeps the command object that was passed in, and returns it. */
const keepsCommand: Breaks = (storage) => {
  const kept = new Map<string, CommandRecord>();
  return {
    ...withLoad(storage, async (organizationId, need) => {
      const facts = await valueOf(storage.load(organizationId, need, {}));
      return { ...facts, command: need.command === null ? null : (kept.get(need.command) ?? null) };
    }),
    commit(batch, options) {
      kept.set(batch.command.key, batch.command);
      return storage.commit(batch, options);
    },
  };
};

const readsLater: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    await roundTrip();
    return valueOf(storage.commit(batch, {}));
  });

const sortsInPlace: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    (batch.writes as Write[]).reverse();
    return outcome;
  });

const ignoresSignal: Breaks = (storage) => ({
  ...storage,
  load: (organizationId, need) => storage.load(organizationId, need, {}),
});

/** Reports a commit as aborted although it was applied, if the caller gave up meanwhile. */
const abortsLate: Breaks = (storage) => ({
  ...storage,
  commit: (batch, options) =>
    storage.commit(batch, options).andThen((outcome) => {
      const late = roundTrip().then(() => {
        if (options.signal?.aborted === true) throw new Error("aborted");
        return outcome;
      });
      return ResultAsync.fromPromise(late, () => ({ code: "aborted" as const }));
    }),
});

export const brokenCopies: readonly BrokenStorage[] = [
  broken("returns its own facts", sharesFacts, "isolation › ignores changes to what load returned"),
  broken("returns its own rows", sharesRows, "isolation › ignores changes to what workspaces returned"),
  broken(
    "keeps the objects that are passed in",
    keepsCommand,
    "isolation › ignores changes to a batch after it was committed",
  ),
  broken("reads a batch late", readsLater, "isolation › ignores changes to a batch after it was passed in"),
  broken("changes its arguments", sortsInPlace, "isolation › does not change its arguments"),
  broken(
    "ignores the signal",
    ignoresSignal,
    "abort › returns aborted for load if its signal has fired, applies nothing and does not listen",
  ),
  broken(
    "returns aborted for a commit that it applied",
    abortsLate,
    "abort › answers commit in time and truthfully if its signal fires midway, and harms no other call",
  ),
];
