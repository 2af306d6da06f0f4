import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { type Breaks, broken, type BrokenStorage, withCommit, withReader } from "./broken-storage.ts";

function changesBatch(change: (batch: CommitBatch) => CommitBatch): Breaks {
  return (storage) => withCommit(storage, (batch) => valueOf(storage.commit(change(batch), {})));
}

type Put = Extract<Write, { readonly kind: "put" }>;

function changesRecords(change: (record: Put["record"]) => object): Breaks {
  return changesBatch((batch) => ({
    ...batch,
    writes: batch.writes.map((write) =>
      write.kind === "put" ? ({ ...write, record: { ...write.record, ...change(write.record) } } as Write) : write,
    ),
  }));
}

/** The part of a text that fits into a column of `bytes` bytes. */
function cut(text: string, bytes: number): string {
  let kept = "";
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

/** Treats two new rows as equal if their ids begin alike, as a unique index on a prefix does. */
const comparesBeginnings: Breaks = (storage) => {
  const known = new Map<string, string>();
  return withCommit(storage, async (batch) => {
    const ids = batch.writes.flatMap((write) =>
      write.kind === "put" && write.table === "organization_member" ? [write.record.userId] : [],
    );
    for (const id of ids) {
      const key = `${batch.organizationId} ${id.slice(0, 191)}`;
      if ((known.get(key) ?? id) !== id) return { kind: "conflict" };
      known.set(key, id);
    }
    return valueOf(storage.commit(batch, {}));
  });
};

/** Treats two assignments as equal if their ids are equal when joined by "#". */
const joinsByHash: Breaks = (storage) => {
  const known = new Map<string, string>();
  return withCommit(storage, async (batch) => {
    for (const write of batch.writes) {
      if (write.kind !== "put" || write.table !== "role_assignment") continue;
      const { workspaceId, userId } = write.record;
      const key = `${workspaceId}#${userId}`;
      if ((known.get(key) ?? userId) !== userId) return { kind: "conflict" };
      known.set(key, userId);
    }
    return valueOf(storage.commit(batch, {}));
  });
};

/** Changes the search words of every list. */
function asksWords(change: (words: readonly string[]) => readonly string[]): Breaks {
  return (storage) =>
    listKinds.reduce(
      (changed, { name }) => withReader(changed, name, (query, ask) => ask({ ...query, words: change(query.words) })),
      storage,
    );
}

function replacesSome(most: number): Breaks {
  return changesBatch((batch) => ({
    ...batch,
    writes: batch.writes.filter(
      ({ table, expected: must }, index) => index < most || must === "absent" || table !== "organization_member",
    ),
  }));
}

const inEveryList = (title: string): readonly string[] => listKinds.map(({ name }) => `read: ${name} › ${title}`);
const toTheirEnd = "fidelity › stores the longest names, emails and roles in full";
const everyEvent = "large batches › stores every event of a large batch, and finds them all by their operation";

export const brokenLengths: readonly BrokenStorage[] = [
  broken(
    "cuts names off after 255 bytes",
    changesRecords((record) => ("displayName" in record ? { displayName: cut(record.displayName, 255) } : {})),
    toTheirEnd,
  ),
  broken(
    "cuts workspace roles off after 32 characters",
    changesRecords((record) => ("sequence" in record ? { role: record.role.slice(0, 32) } : {})),
    toTheirEnd,
  ),
  broken(
    "cuts name keys off after 255 bytes",
    changesRecords((record) => ("nameKey" in record ? { nameKey: cut(record.nameKey, 255) } : {})),
    ...inEveryList("sorts the longest names by their last character"),
    "fidelity › distinguishes names that differ in the last character of the longest key",
  ),
  broken(
    "treats two ids as equal that begin alike",
    comparesBeginnings,
    "fidelity › distinguishes ids that differ in the last of 255 bytes",
  ),
  broken(
    'keys assignments by their ids joined by "#"',
    joinsByHash,
    'fidelity › distinguishes pairs of ids that are equal when joined by "#"',
  ),
  broken(
    "sorts role counts by the length of the role, as jsonb does",
    changesRecords((record) =>
      "roleCounts" in record
        ? { roleCounts: record.roleCounts.toSorted(([left], [right]) => left.length - right.length) }
        : {},
    ),
    "fidelity › keeps role counts in their order, even if shorter names follow longer ones",
  ),
  broken(
    "cuts outcomes off after a mebibyte",
    changesBatch((batch) => ({
      ...batch,
      command: { ...batch.command, outcome: batch.command.outcome?.slice(0, 2 ** 20) ?? null },
    })),
    "fidelity › stores the outcome for as many users as a command may name, with the longest ids",
  ),
  broken(
    "looks for the first three words only",
    asksWords((words) => words.slice(0, 3)),
    ...inEveryList("matches every one of 100 search words"),
  ),
  broken(
    "looks at the first 255 characters of a word only",
    asksWords((words) => words.map((word) => word.slice(0, 255))),
    ...inEveryList("compares the longest word to its end"),
  ),
  broken(
    "drops the events of a batch after the thousandth",
    changesBatch((batch) => ({ ...batch, events: batch.events.slice(0, 1_000) })),
    everyEvent,
  ),
  broken(
    "finds no more than 1,000 events of an operation",
    (storage) => ({
      ...storage,
      events: (organizationId, after, limit, query) =>
        storage.events(organizationId, after, query.operationId === null ? limit : Math.min(limit, 1_000), query),
    }),
    everyEvent,
  ),
  broken(
    "replaces no more than 5,000 members",
    replacesSome(5_000),
    "large batches › replaces as many members as a command may name, with their names and words",
  ),
];
