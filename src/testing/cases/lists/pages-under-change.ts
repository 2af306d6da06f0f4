import type { Position } from "../../../application/ports/queries.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { type Item, item } from "../../lists/list-item.ts";
import { inByteOrder } from "../../text/byte-order.ts";
import { equal, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { type Random, randomOf } from "../../histories/random.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { type ListStore, listStore } from "../../lists/list-store.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

const group = "pages under change";
const pageSize = 2;
const walks = 3;
const nameKeys = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** The expected rows of the list, changed together with it. */
type Rows = Map<string, Item>;

/** Adds, moves or drops a random row. */
async function changeOne(list: ListStore, rows: Rows, { below, pick }: Random): Promise<void> {
  const movable = [...rows.values()].filter(({ id }) => !id.startsWith("stays"));
  const known = movable[below(movable.length)];
  const draw = known === undefined ? 0 : below(3);
  if (known === undefined || draw === 0) {
    const added = item(`comes-${list.builder.next().guard.expectedRevision}`, { nameKey: pick(nameKeys) });
    await list.add(added);
    rows.set(added.id, added);
  } else if (draw === 1) {
    const moved = item(known.id, { nameKey: pick(nameKeys) });
    await list.change(moved);
    rows.set(moved.id, moved);
  } else {
    await list.drop(known);
    rows.delete(known.id);
  }
}

function behind(rows: Rows, after: Position | null): readonly string[] {
  const place = after ?? { nameKey: "", id: "" };
  const sorted = inByteOrder([...rows.values(), { ...place, words: null }], ({ nameKey, id }) => [nameKey, id]);
  return sorted.slice(sorted.findIndex(({ words }) => words === null) + 1).map(({ id }) => id);
}

/** Reads page by page through one handle, while rows change through the other between any two pages. */
async function walk(kind: ListKind, { storage, second }: OpenStore, seed: number): Promise<void> {
  const random = randomOf(seed);
  const stays = nameKeys.map((nameKey) => item(`stays-${nameKey}`, { nameKey }));
  const moves = nameKeys.slice(2, 6).map((nameKey) => item(`moves-${nameKey}`, { nameKey }));
  const rows: Rows = new Map([...stays, ...moves].map((each) => [each.id, each]));
  const list = await listStore(kind, storage, [...rows.values()], `walk-${seed}`);
  const seen: string[] = [];

  for (let after: Position | null = null; ;) {
    const query = listQuery(list.builder.organizationId, { limit: pageSize, after });
    const { places } = await valueOf(kind.read(second, query));
    equal(
      places.map(({ id }) => id),
      behind(rows, after).slice(0, pageSize),
    );
    seen.push(...places.map(({ id }) => id));
    if (places.length < pageSize) break;
    after = places.at(-1) ?? null;
    for (let change = 0; change < 2; change += 1) await changeOne(list, rows, random);
  }

  equal(
    seen.filter((id) => id.startsWith("stays")),
    stays.map(({ id }) => id),
  );
}

function casesOf(kind: ListKind): StorageCase {
  return storageCase(
    group,
    `repeats and misses no row of ${kind.name} while others come, go and move around the page`,
    async (store) => {
      for (let seed = 1; seed <= walks; seed += 1) await walk(kind, store, seed);
    },
  );
}

export const pagesUnderChangeCases = [
  ...listKinds.map(casesOf),

  storageCase(group, "returns every event once while more are committed between any two pages", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({ newEvents: [memberAdded("user-1")] });
    const seen: number[] = [];

    for (let commits = 2; ; commits += 1) {
      const query = eventsQuery();
      const { rows } = await valueOf(store.second.events(acme.organizationId, seen.at(-1) ?? 0, pageSize, query));
      seen.push(...rows.map(({ sequence }) => sequence));
      if (rows.length < pageSize && commits > 9) break;
      const newEvents = commits % 2 === 0 ? ["a", "b", "c"].slice(0, store.storage.limits.members) : [];
      if (commits < 9) await acme.commit({ newEvents: newEvents.map((name) => memberAdded(`${name}-${commits}`)) });
    }

    equal(
      seen,
      Array.from({ length: acme.next().guard.lastSequence }, (_, index) => index + 1),
    );
  }),
];
