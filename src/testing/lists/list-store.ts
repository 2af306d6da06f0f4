import type { ListQuery, Position } from "../../application/ports/queries.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { Write } from "../../application/ports/write.ts";
import { type BatchBuilder, batchBuilder } from "../builders/batch-builder.ts";
import type { Item } from "./list-item.ts";
import { listQuery } from "../builders/queries.ts";
import { equal, valueOf } from "../expectations.ts";
import type { ListKind } from "./list-kinds.ts";

/** A list with items, and the builder of its batches. */
export interface ListStore {
  readonly builder: BatchBuilder;
  /** Reads the positions of the rows that a query returns. */
  places(parts?: Partial<ListQuery>): Promise<readonly Position[]>;
  /** Reads the ids of the rows that a query returns. */
  ids(parts?: Partial<ListQuery>): Promise<readonly string[]>;
  add(...items: readonly Item[]): Promise<void>;
  change(...items: readonly Item[]): Promise<void>;
  drop(...items: readonly Item[]): Promise<void>;
}

export async function listStore(
  kind: ListKind,
  storage: RosterStorage,
  items: readonly Item[],
  organization = "acme",
): Promise<ListStore> {
  const acme = batchBuilder(storage, organization);
  // As many as the store must accept at once: one item for each user that a command may name.
  const size = storage.limits.members;
  await acme.create({ writes: [...kind.frame, ...items.slice(0, size).flatMap(kind.add)] });
  await commit(items.slice(size), kind.add);

  async function places(parts?: Partial<ListQuery>): Promise<readonly Position[]> {
    return (await valueOf(kind.read(storage, listQuery(acme.organizationId, parts)))).places;
  }

  async function commit(batch: readonly Item[], writesFor: (item: Item) => readonly Write[]): Promise<void> {
    for (let start = 0; start < batch.length; start += size) {
      await acme.commit({ writes: batch.slice(start, start + size).flatMap(writesFor) });
    }
  }

  return {
    builder: acme,
    places,
    ids: async (parts) => (await places(parts)).map(({ id }) => id),
    add: (...added) => commit(added, kind.add),
    change: (...changed) => commit(changed, kind.change),
    drop: (...dropped) => commit(dropped, kind.drop),
  };
}

/** Reads the whole list page by page, and returns its ids. */
export async function pageByPage(
  list: ListStore,
  limit: number,
  words: readonly string[] = [],
): Promise<readonly string[]> {
  const ids = new Set<string>();
  let after: Position | null = null;
  for (;;) {
    const page: readonly Position[] = await list.places({ limit, words, after });
    for (const { id } of page) {
      equal(ids.has(id), false, `${JSON.stringify(id)} is on two pages`);
      ids.add(id);
    }
    if (page.length < limit) return [...ids];
    after = page.at(-1) ?? null;
  }
}
