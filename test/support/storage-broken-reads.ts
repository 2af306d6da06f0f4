import { ResultAsync } from "neverthrow";
import type { Facts } from "../../src/application/ports/need.ts";
import type { ListPage, ListQuery } from "../../src/application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../src/application/ports/storage-error.ts";
import type { OrganizationId } from "../../src/domain/shared/ids.ts";
import { valueOf } from "../../src/testing/expectations.ts";

type Method = keyof RosterStorage["read"];
interface Row {
  readonly nameKey: string;
}

type Reader = (query: ListQuery, options: StorageCallOptions) => ResultAsync<ListPage<Row>, StorageError>;

/** Hands out the same facts again while the revision stays, so that whoever changes them changes the store. */
export function sharesFacts(storage: RosterStorage): RosterStorage {
  const shared = new Map<string, Facts>();
  return {
    ...storage,
    load: (organizationId, need, options) =>
      storage.load(organizationId, need, options).map((facts) => {
        const key = JSON.stringify([organizationId, need, facts.revision]);
        const answer = shared.get(key) ?? structuredClone(facts);
        shared.set(key, answer);
        return answer;
      }),
  };
}

/** Answers one list with the rows of every organization. */
export function forgetsTenant(method: Method) {
  return (storage: RosterStorage): RosterStorage => {
    const seen = new Set<OrganizationId>();
    const broken = withReader(storage, method, (read) => async (query, options) => {
      const page = await valueOf(read(query, options));
      const others = [...seen].filter((organizationId) => organizationId !== query.organizationId);
      const rows = [...page.rows];
      for (const organizationId of others) {
        rows.push(...(await valueOf(read({ ...query, organizationId }, options))).rows);
      }
      return { ...page, rows };
    });
    return {
      ...broken,
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
    };
  };
}

/** Sorts one list by UTF-16 units. */
export function sortsUnits(method: Method) {
  return (storage: RosterStorage): RosterStorage =>
    withReader(storage, method, (read) => async (query, options) => {
      const page = await valueOf(read({ ...query, limit: 100_000 }, options));
      const rows = [...page.rows].sort((left, right) =>
        left.nameKey < right.nameKey ? -1 : left.nameKey > right.nameKey ? 1 : 0,
      );
      return { ...page, rows: rows.slice(0, query.limit) };
    });
}

/** Looks for the first word only. */
export function matchesOneWord(method: Method) {
  return (storage: RosterStorage): RosterStorage =>
    withReader(
      storage,
      method,
      (read) => (query, options) => valueOf(read({ ...query, words: query.words.slice(0, 1) }, options)),
    );
}

/** Repeats the last row of a page on the next one. */
export function repeatsLastRow(method: Method) {
  return (storage: RosterStorage): RosterStorage =>
    withReader(storage, method, (read) => (query, options) => {
      const after = query.after && { ...query.after, id: query.after.id.slice(0, -1) };
      return valueOf(read({ ...query, after }, options));
    });
}

/** Reads the facts of a page before the page. */
export function readsFactsBefore(method: Method) {
  return (storage: RosterStorage): RosterStorage =>
    withReader(storage, method, (read) => async (query, options) => {
      const facts = await valueOf(storage.load(query.organizationId, query.need, options));
      return { ...(await valueOf(read(query, options))), facts };
    });
}

/** Never looks at the signal. */
export function ignoresSignal(storage: RosterStorage): RosterStorage {
  return { ...storage, load: (organizationId, need) => storage.load(organizationId, need, {}) };
}

function withReader(
  storage: RosterStorage,
  method: Method,
  change: (read: Reader) => (query: ListQuery, options: StorageCallOptions) => Promise<ListPage<Row>>,
): RosterStorage {
  // The wrappers treat all lists alike, which their types, each with a query and a row of its own, do not tell.
  const readers = storage.read as unknown as Record<Method, Reader>;
  const changed = change((query, options) => readers[method](query, options));
  const reader = (query: ListQuery, options: StorageCallOptions) =>
    ResultAsync.fromSafePromise(changed(query, options));
  return { ...storage, read: { ...storage.read, [method]: reader } };
}
