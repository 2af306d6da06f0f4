import { errAsync, ResultAsync } from "neverthrow";
import { type Facts, type Need, need } from "../../../src/application/ports/need.ts";
import { aborted, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { memoryHarness } from "../storage/memory.ts";
import { type Breaks, broken, type BrokenStorage, roundTrip, withLoad, withReader } from "./broken-storage.ts";

const seen = "large batches › shows no reader a part of a batch, in no load, list or page of events";
const cutOff = "atomicity › applies all or nothing of a large batch that is given up or cut off midway";

/** Loads some parts of the need in a snapshot of their own, a round trip later. */
function loadsLater(
  parts: (needed: Need) => Partial<Need>,
  take: (now: Facts, later: Facts) => Partial<Facts>,
): Breaks {
  return (storage) =>
    withLoad(storage, async (id, needed) => {
      const now = await valueOf(storage.load(id, needed, {}));
      await roundTrip();
      return { ...now, ...take(now, await valueOf(storage.load(id, need(parts(needed)), {}))) };
    });
}

/** Loads keys after the first so many in a snapshot of their own. */
function loadsKeysLater(size: number, parts: (needed: Need, from: number, to: number) => Partial<Need>): Breaks {
  return (storage) =>
    withLoad(storage, async (id, needed) => {
      const first = await valueOf(storage.load(id, { ...needed, ...parts(needed, 0, size) }, {}));
      await roundTrip();
      const later = await valueOf(storage.load(id, need(parts(needed, size, Infinity)), {}));
      return {
        ...first,
        members: [...first.members, ...later.members],
        workspaces: [...first.workspaces, ...later.workspaces],
        assignments: [...first.assignments, ...later.assignments],
      };
    });
}

/** Reads the rows of a list after the first so many in a snapshot of their own. */
const rowsLater =
  (size: number): Breaks =>
  (storage) =>
    listKinds.reduce(
      (changed, { name }) =>
        withReader(changed, name, async (query, ask) => {
          const first = await ask({ ...query, limit: size });
          if (first.rows.length < size) return first;
          await roundTrip();
          const { rows } = await ask(query);
          return { ...first, rows: [...first.rows, ...rows.slice(size)] };
        }),
      storage,
    );

/** Reads the rows of a list, and a round trip later the facts. */
const factsLater = (list: (typeof listKinds)[number]["name"]): Breaks => {
  return (storage) =>
    withReader(storage, list, async (query, ask) => {
      const { rows } = await ask(query);
      await roundTrip();
      return { ...(await ask(query)), rows };
    });
};

const eventsFirst: Breaks = (storage) => ({
  ...storage,
  events: (id, after, limit, query) =>
    storage.events(id, after, limit, query).andThen(({ rows }) =>
      ResultAsync.fromSafePromise(roundTrip())
        .andThen(() => storage.events(id, after, limit, query))
        .map((page) => ({ ...page, rows })),
    ),
});

/** Stores the first rows of a batch, as the first of several transactions does. */
async function storesPart(storage: RosterStorage, batch: CommitBatch): Promise<void> {
  const { lastSequence, lastAt } = await valueOf(storage.load(batch.organizationId, need({}), {}));
  const guard = { ...batch.guard, lastSequence, lastAt };
  await valueOf(storage.commit({ ...batch, guard, writes: batch.writes.slice(0, 25), events: [] }, {}));
}

const stopsWhenAborted: Breaks = (storage) => ({
  ...storage,
  commit: (batch, options) =>
    ResultAsync.fromSafePromise(roundTrip()).andThen(() => {
      if (options.signal?.aborted !== true || batch.writes.length <= 25) return storage.commit(batch, options);
      return ResultAsync.fromSafePromise(storesPart(storage, batch)).andThen(() => errAsync(aborted()));
    }),
});

/** Keeps the first rows of a large batch if the connection is cut. */
function keepsPartIfCut(name: string): BrokenStorage {
  return {
    name,
    caughtBy: [cutOff],
    harness: {
      async open() {
        const store = await memoryHarness.open();
        let isCut = false;
        const storage: RosterStorage = {
          ...store.second,
          commit(batch, options) {
            if (!isCut) return store.second.commit(batch, options);
            isCut = false;
            return ResultAsync.fromSafePromise(storesPart(store.second, batch)).andThen(() =>
              errAsync(storageUnavailable(new Error("The connection was cut."))),
            );
          },
        };
        const cut = (): void => {
          isCut = true;
        };
        return { ...store, storage, faults: { cutBeforeCommit: cut, cutBeforeAnswer: () => undefined } };
      },
    },
  };
}

const guardFirst: Breaks = (storage) =>
  withLoad(storage, async (id, needed) => {
    const { revision, lastSequence, lastAt } = await valueOf(storage.load(id, need({}), {}));
    await roundTrip();
    return { ...(await valueOf(storage.load(id, needed, {}))), revision, lastSequence, lastAt };
  });

export const brokenSnapshots: readonly BrokenStorage[] = [
  broken("loads the guard first and the rows later, and does not look at the guard again", guardFirst, seen),
  broken(
    "loads members in a snapshot of their own",
    loadsLater(
      ({ members }) => ({ members }),
      (_, { members }) => ({ members }),
    ),
    seen,
  ),
  broken(
    "loads workspaces in a snapshot of their own",
    loadsLater(
      ({ workspaces }) => ({ workspaces }),
      (_, { workspaces }) => ({ workspaces }),
    ),
    seen,
  ),
  broken(
    "loads assignments in a snapshot of their own",
    loadsLater(
      ({ assignments }) => ({ assignments }),
      (_, { assignments }) => ({ assignments }),
    ),
    seen,
  ),
  broken(
    "loads the organization in a snapshot of its own",
    loadsLater(
      () => ({}),
      (_, { organization }) => ({ organization }),
    ),
    seen,
  ),
  broken(
    "loads the command in a snapshot of its own",
    loadsLater(
      ({ command }) => ({ command }),
      (_, { command }) => ({ command }),
    ),
    seen,
  ),
  ...[25, 100].map((size) =>
    broken(
      `loads members after the first ${size} in a snapshot of their own`,
      loadsKeysLater(size, ({ members }, from, to) => ({ members: members.slice(from, to) })),
      seen,
    ),
  ),
  ...[25, 100, 500].flatMap((size) => [
    broken(
      `loads workspaces after the first ${size} in a snapshot of their own`,
      loadsKeysLater(size, ({ workspaces }, from, to) => ({ workspaces: workspaces.slice(from, to) })),
      seen,
    ),
    broken(
      `loads assignments after the first ${size} in a snapshot of their own`,
      loadsKeysLater(size, ({ assignments }, from, to) => ({ assignments: assignments.slice(from, to) })),
      seen,
    ),
    broken(`reads the rows of a list after the first ${size} in a snapshot of their own`, rowsLater(size), seen),
  ]),
  ...listKinds.map(({ name }) => broken(`reads the rows of ${name} before the facts`, factsLater(name), seen)),
  broken("reads events before the facts", eventsFirst, seen),
  broken("keeps a part of a large batch that is given up", stopsWhenAborted, cutOff),
  keepsPartIfCut("keeps a part of a large batch if the connection is cut"),
];
