import { ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { type Facts, need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { storageFailed, type StorageError } from "../../../src/application/ports/storage-error.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { dump } from "../../../src/testing/dump.ts";

/** Answers a batch that meets another one as a deadlock, which the caller gets to see. */
export function showsDeadlocks(storage: RosterStorage): RosterStorage {
  return {
    ...storage,
    commit: (batch, options) =>
      storage.commit(batch, options).andThen((outcome) => {
        if (outcome.kind !== "conflict")
          return ResultAsync.fromSafePromise<CommitOutcome, StorageError>(Promise.resolve(outcome));
        return ResultAsync.fromPromise<CommitOutcome, StorageError>(
          Promise.reject(new Error("deadlock")),
          storageFailed,
        );
      }),
  };
}

/** Takes an organization that looks as it did for the one that was read. */
export function comparesRows(storage: RosterStorage): RosterStorage {
  const rows = new Map<string, string>();
  async function remembered(organizationId: CommitBatch["organizationId"], facts: Facts): Promise<string> {
    const { people, places, inside } = (await dump(storage, organizationId)) as Readonly<Record<string, unknown>>;
    const text = JSON.stringify({ people, places, inside });
    rows.set(`${organizationId} ${facts.revision}`, text);
    return text;
  }
  async function commit(batch: CommitBatch): Promise<CommitOutcome> {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    const facts = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const now = await remembered(batch.organizationId, facts);
    if (rows.get(`${batch.organizationId} ${batch.guard.expectedRevision}`) !== now) return outcome;
    const guard = { ...batch.guard, expectedRevision: facts.revision };
    return valueOf(storage.commit({ ...batch, guard }, {}));
  }
  return {
    ...storage,
    commit: (batch) => ResultAsync.fromSafePromise(commit(batch)),
    load: (organizationId, wanted, options) =>
      storage
        .load(organizationId, wanted, options)
        .andThen((facts) => ResultAsync.fromSafePromise(remembered(organizationId, facts).then(() => facts))),
  };
}

/** Keeps pages of people for a while, and shows them as if they were of the newest revision. */
export function remembersPages(storage: RosterStorage): RosterStorage {
  type Reader = (query: object, options: object) => ResultAsync<{ readonly facts: Facts }, StorageError>;
  const pages = new Map<string, { readonly facts: Facts }>();
  function kept(name: string, read: Reader): Reader {
    return (query, options) =>
      read(query, options).map((page) => {
        const { atLeast: _, ...asked } = query as { readonly atLeast?: unknown };
        const key = `${name} ${JSON.stringify(asked)}`;
        const old = pages.get(key) ?? page;
        pages.set(key, old);
        const { revision, lastSequence, lastAt } = page.facts;
        return { ...old, facts: { ...old.facts, revision, lastSequence, lastAt } };
      });
  }
  const { read } = storage;
  return {
    ...storage,
    read: {
      ...read,
      workspaceMembers: kept("workspaceMembers", (query, options) =>
        read.workspaceMembers(query as Parameters<typeof read.workspaceMembers>[0], options),
      ) as typeof read.workspaceMembers,
    },
    events: ((organizationId, after, limit, options) =>
      kept("events", () => storage.events(organizationId, after, limit, options))(
        { organizationId, after, limit, needed: options.need },
        {},
      )) as RosterStorage["events"],
  };
}

/** Shows what was true at the load before. */
export function lagsBehind(storage: RosterStorage): RosterStorage {
  const last = new Map<string, Facts>();
  return {
    ...storage,
    load: (organizationId, wanted, options) =>
      storage.load(organizationId, wanted, options).map((facts) => {
        const key = JSON.stringify([organizationId, wanted]);
        const old = last.get(key) ?? facts;
        last.set(key, facts);
        return old;
      }),
  };
}
