import { ResultAsync } from "neverthrow";
import { need } from "../../../src/application/ports/need.ts";
import type { OrganizationId, StorageError } from "../../../src/index.ts";
import type {
  Facts,
  ListPage,
  ListQuery,
  Need,
  PersonRow,
  RosterStorage,
  StorageCallOptions,
  WorkspaceMembersQuery,
  Write,
} from "../../../src/storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { Gate } from "../../../src/testing/storages/gated-storage.ts";

/** Returns the cached rows of an earlier load with the current guard. */
export function remembersRows(storage: RosterStorage): RosterStorage {
  const cache = new Map<string, Facts>();
  return withLoad(storage, async (organizationId, wanted) => {
    const key = JSON.stringify([organizationId, wanted]);
    const { revision, lastSequence, lastAt, command, ...fresh } = await valueOf(
      storage.load(organizationId, wanted, {}),
    );
    const cached = cache.get(key) ?? { revision, lastSequence, lastAt, command, ...fresh };
    cache.set(key, cached);
    return { ...cached, revision, lastSequence, lastAt, command };
  });
}

/** Reads the rows first and the guard later, so that old rows seem current. */
export function readsRowsBeforeTheGuard(storage: RosterStorage, gate: Gate): RosterStorage {
  return withLoad(storage, async (organizationId, wanted) => {
    const rows = await valueOf(storage.load(organizationId, wanted, {}));
    await gate("the guard");
    const { revision, lastSequence, lastAt } = await valueOf(storage.load(organizationId, need({}), {}));
    return { ...rows, revision, lastSequence, lastAt };
  });
}

/** Reads the rows of the actor before all others. */
export function judgesAStaleActor(storage: RosterStorage, gate: Gate): RosterStorage {
  return withLoad(storage, async (organizationId, wanted) => {
    const [actor] = wanted.members;
    const early = await valueOf(storage.load(organizationId, wanted, {}));
    await gate("the other rows");
    const late = await valueOf(storage.load(organizationId, wanted, {}));
    const mixed = <Row extends { readonly userId: string }>(before: readonly Row[], after: readonly Row[]) => [
      ...before.filter(({ userId }) => userId === actor),
      ...after.filter(({ userId }) => userId !== actor),
    ];
    return {
      ...late,
      members: mixed(early.members, late.members),
      assignments: mixed(early.assignments, late.assignments),
    };
  });
}

/** Reads each row of a list of people in a snapshot of its own. */
export function tearsLists(storage: RosterStorage, gate: Gate): RosterStorage {
  return withPeople(storage, async (query, read) => {
    const rows: PersonRow[] = [];
    for (;;) {
      const last = rows.at(-1);
      const after = last === undefined ? query.after : { nameKey: last.nameKey, id: last.userId };
      const page = await read({ ...query, limit: 1, after });
      if (page.rows.length === 0) return { facts: page.facts, rows };
      rows.push(...page.rows);
      await gate("the next row");
    }
  });
}

/** Returns the rows of a list with older facts about the reader. */
export function judgesByOldFacts(storage: RosterStorage, gate: Gate): RosterStorage {
  return withPeople(storage, async (query, read) => {
    const { facts } = await read(query);
    await gate("the rows");
    return { facts, rows: (await read(query)).rows };
  });
}

/** Shows half of a batch's removals before it commits the batch. */
export function showsHalfABatch(storage: RosterStorage, gate: Gate): RosterStorage {
  let pending: readonly Write[] = [];
  const isGone = (workspaceId: string, userId: string) =>
    pending.some(
      (write) =>
        write.kind === "delete" &&
        write.table === "role_assignment" &&
        write.key.workspaceId === workspaceId &&
        write.key.userId === userId,
    );
  const read = async (query: WorkspaceMembersQuery) => {
    const page = await valueOf(storage.read.workspaceMembers(query, {}));
    return { ...page, rows: page.rows.filter(({ userId }) => !isGone(query.workspaceId, userId)) };
  };
  const commit = async (batch: Parameters<RosterStorage["commit"]>[0]) => {
    const removals = batch.writes.filter(({ kind, table }) => kind === "delete" && table === "role_assignment");
    pending = removals.slice(0, Math.floor(removals.length / 2));
    for (let moment = 0; moment < 4; moment += 1) await gate("the other half");
    const outcome = await valueOf(storage.commit(batch, {}));
    pending = [];
    return outcome;
  };
  return {
    ...storage,
    commit: (batch) => ResultAsync.fromSafePromise(commit(batch)),
    read: { ...storage.read, workspaceMembers: (query) => ResultAsync.fromSafePromise(read(query)) },
  };
}

function withLoad(
  storage: RosterStorage,
  load: (organizationId: OrganizationId, wanted: Need) => Promise<Facts>,
): RosterStorage {
  return { ...storage, load: (organizationId, wanted) => ResultAsync.fromSafePromise(load(organizationId, wanted)) };
}

type Read = (query: ListQuery) => Promise<ListPage<PersonRow>>;

/** Changes all lists of people in the same way. */
function withPeople(
  storage: RosterStorage,
  change: (query: ListQuery, read: Read) => Promise<ListPage<PersonRow>>,
): RosterStorage {
  const changed =
    <Query extends ListQuery>(
      read: (query: Query, options: StorageCallOptions) => ResultAsync<ListPage<PersonRow>, StorageError>,
    ) =>
    (query: Query) =>
      ResultAsync.fromSafePromise<ListPage<PersonRow>, StorageError>(
        change(query, (asked) => valueOf(read({ ...query, ...asked }, {}))),
      );
  const { read } = storage;
  return {
    ...storage,
    read: {
      ...storage.read,
      organizationMembers: changed((query, options) => read.organizationMembers(query, options)),
      workspaceMembers: changed((query, options) => read.workspaceMembers(query, options)),
      candidates: changed((query, options) => read.candidates(query, options)),
    },
  };
}
