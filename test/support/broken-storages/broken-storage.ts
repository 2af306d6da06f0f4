import { ResultAsync } from "neverthrow";
import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import type { Facts, Need } from "../../../src/application/ports/need.ts";
import type { ListPage, ListQuery } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../../src/application/ports/storage-error.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { memoryHarness } from "../storage/memory.ts";

/** A storage that does one thing wrong, and the cases that must fail because of it. */
export interface BrokenStorage {
  /** Continues the sentence "catches a storage that". */
  readonly name: string;
  readonly harness: StorageHarness;
  /** Cases, as "group › name", that must fail. */
  readonly caughtBy: readonly string[];
  /** It never answers some call, so that its cases end only when their time is up. They all run at the same time. */
  readonly neverAnswers?: true;
}

export type Breaks = (storage: RosterStorage) => RosterStorage;

/** A broken storage in memory. Both handles are the same object. */
export function broken(name: string, breaks: Breaks, ...caughtBy: readonly string[]): BrokenStorage {
  return {
    name,
    caughtBy,
    harness: {
      async open() {
        const store = await memoryHarness.open();
        const storage = breaks(store.storage);
        return { ...store, storage, second: storage };
      },
    },
  };
}

/** A storage in memory of which only the second handle is broken. */
export function brokenSecond(name: string, breaks: Breaks, ...caughtBy: readonly string[]): BrokenStorage {
  return {
    name,
    caughtBy,
    harness: {
      async open() {
        const store = await memoryHarness.open();
        return { ...store, second: breaks(store.second) };
      },
    },
  };
}

/** Lets all other work run first, as a round trip to a server does. */
export const roundTrip = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function withCommit(
  storage: RosterStorage,
  commit: (batch: CommitBatch) => Promise<CommitOutcome>,
): RosterStorage {
  return { ...storage, commit: (batch) => ResultAsync.fromSafePromise(commit(batch)) };
}

export function withLoad(
  storage: RosterStorage,
  load: (organizationId: OrganizationId, need: Need) => Promise<Facts>,
): RosterStorage {
  return { ...storage, load: (organizationId, need) => ResultAsync.fromSafePromise(load(organizationId, need)) };
}

/** Changes the facts that load returns. */
export function changesFacts(change: (facts: Facts, need: Need) => Facts): Breaks {
  return (storage) =>
    withLoad(storage, async (organizationId, need) =>
      change(await valueOf(storage.load(organizationId, need, {})), need),
    );
}

export type ListName = keyof RosterStorage["read"];

export interface Row {
  readonly nameKey: string;
}

type Answer = ResultAsync<ListPage<Row>, StorageError>;

export function withReader(
  storage: RosterStorage,
  list: ListName,
  change: (query: ListQuery, read: (query: ListQuery) => Promise<ListPage<Row>>) => Promise<ListPage<Row>>,
): RosterStorage {
  // All lists are treated alike, but each has its own types of queries and rows.
  const readers = storage.read as unknown as Record<ListName, (query: ListQuery, options: object) => Answer>;
  const reader = (query: ListQuery): Answer =>
    ResultAsync.fromSafePromise(change(query, (asked) => valueOf(readers[list](asked, {}))));
  return { ...storage, read: { ...storage.read, [list]: reader } };
}
