import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";
import { commitsInParts, type Part, partsOf, storedRows } from "./in-parts.ts";

const sizes = [25, 100, 500];
const tables = ["organization_member", "workspace", "role_assignment"] as const;
const seen = "large batches › shows no reader a part of a batch, in no load, list or page of events";
const stored = "large batches › inserts, replaces and deletes every row of a batch, at sizes around 25, 100 and 500";
const wrong = (table: string): string =>
  `atomicity › applies nothing of a batch if a write to ${table} fails that is first or last of 25, 100 or 500`;
const wrongs = tables.map(wrong);

/** Puts some rows, or the events, into a second transaction. */
const later =
  (isLater: (write: Write) => boolean, withEvents: boolean) =>
  ({ writes, events }: CommitBatch): readonly Part[] => [
    { writes: writes.filter((write) => !isLater(write)), events: withEvents ? [] : events },
    { writes: writes.filter(isLater), events: withEvents ? events : [] },
  ];

/** Expects of some rows whatever is stored. */
function believes(isBelieved: (index: number, batch: CommitBatch) => boolean): Breaks {
  return (storage) =>
    withCommit(storage, async (batch) => {
      const row = await storedRows(storage, batch);
      const writes = batch.writes.flatMap((write, index): readonly Write[] => {
        if (!isBelieved(index, batch)) return [write];
        const isStored = row(write) !== undefined;
        if (write.kind === "delete") return isStored ? [write] : [];
        return [{ ...write, expected: isStored ? "present" : "absent" }];
      });
      return valueOf(storage.commit({ ...batch, writes }, {}));
    });
}

/** Loses the rows or events at some places of those of a kind. */
function loses(isLost: (index: number, count: number) => boolean, isOfKind: (write: Write) => boolean): Breaks {
  return (storage) =>
    withCommit(storage, (batch) => {
      const rows = batch.writes.filter(isOfKind);
      const lost = new Set(rows.filter((_, index) => isLost(index, rows.length)));
      return valueOf(storage.commit({ ...batch, writes: batch.writes.filter((write) => !lost.has(write)) }, {}));
    });
}

const kindsOfWrites: readonly (readonly [name: string, isOfKind: (write: Write) => boolean])[] = tables.flatMap(
  (table) => [
    [`insertion into ${table}`, (write: Write) => write.table === table && write.expected === "absent"] as const,
    [
      `replacement in ${table}`,
      (write: Write) => write.table === table && write.kind === "put" && write.expected === "present",
    ] as const,
    ...(table === "workspace"
      ? []
      : [[`deletion from ${table}`, (write: Write) => write.table === table && write.kind === "delete"] as const]),
  ],
);

export const brokenChunks: readonly BrokenStorage[] = [
  ...sizes.flatMap((size) => [
    broken(`commits a batch in parts of ${size} rows`, commitsInParts(partsOf(size), "first"), seen),
    broken(
      `checks and commits a batch in parts of ${size} rows`,
      commitsInParts(partsOf(size), "with each part"),
      ...wrongs,
    ),
    broken(
      `commits in parts of ${size} rows although a command may name only seven users`,
      (storage) => ({
        ...commitsInParts(partsOf(size), "with each part")(storage),
        limits: { ...storage.limits, members: 7 },
      }),
      seen,
      wrong("workspace"),
      wrong("role_assignment"),
    ),
    broken(
      `checks only the first ${size} rows of a batch`,
      believes((index) => index >= size),
      ...wrongs,
    ),
    broken(
      `does not check the last of every ${size} rows`,
      believes((index) => index % size === 0 && index > 0),
      ...wrongs,
    ),
    broken(
      `does not check the first row after ${size}`,
      believes((index) => index === size + 1),
      ...wrongs,
    ),
    ...kindsOfWrites.flatMap(([name, isOfKind]) => [
      broken(
        `loses the last ${name} if there are exactly ${size}`,
        loses((index, count) => count === size && index === size - 1, isOfKind),
        stored,
      ),
      broken(
        `loses each ${name} after ${size}`,
        loses((index) => index >= size, isOfKind),
        stored,
      ),
    ]),
    broken(
      `drops the events of a batch after ${size}`,
      (storage) =>
        withCommit(storage, (batch) => valueOf(storage.commit({ ...batch, events: batch.events.slice(0, size) }, {}))),
      stored,
    ),
    broken(
      `returns one member less if exactly ${size} are asked for`,
      (storage) => ({
        ...storage,
        load: (id, needed, options) =>
          storage.load(
            id,
            { ...needed, anyMembers: needed.anyMembers === size ? size - 1 : needed.anyMembers },
            options,
          ),
      }),
      "load › returns exactly as many members as asked for, around 25, 100 and 500",
    ),
  ]),
  ...tables.map((table) =>
    broken(
      `stores the rows of ${table} in a second transaction`,
      commitsInParts(
        later((write) => write.table === table, false),
        "first",
      ),
      seen,
    ),
  ),
  broken(
    "stores the organization in a first transaction",
    commitsInParts(
      later((write) => write.table !== "organization", true),
      "first",
    ),
    seen,
  ),
  broken(
    "stores the events in a second transaction",
    commitsInParts(
      later(() => false, true),
      "first",
    ),
    seen,
  ),
  broken(
    "stores the guard and the command in a second transaction",
    commitsInParts(
      ({ writes, events }) => [
        { writes, events },
        { writes: [], events: [] },
      ],
      "first",
    ),
    seen,
  ),
  broken(
    "deletes rows in a second transaction",
    commitsInParts(
      later(({ kind }) => kind === "delete", false),
      "first",
    ),
    seen,
  ),
  broken(
    "replaces rows in a second transaction",
    commitsInParts(
      later(({ kind, expected }) => kind === "put" && expected === "present", false),
      "first",
    ),
    seen,
  ),
];
