import { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import { type Facts, need } from "../../../src/application/ports/need.ts";
import type { EventPage } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, changesFacts, withCommit } from "./broken-storage.ts";

const many = "many commands › remembers the first of 1,500 commands, and every event, until the command is pruned";
const kept = "times › keeps times as they are given, if they go back, stand still or are far away";
const prunedByTime = "times › prunes by the time of the command alone, whatever the order of the commits was";
const inZones = "times › keeps and compares times in UTC, whatever time zone the program sets";
const sequences =
  "numbers › sorts events and finds grants by number, across powers of ten and up to the largest safe integer";
const lowBits = "numbers › applies nothing of a batch that expects a revision which is the same in its lowest bits";

type Change = (batch: CommitBatch) => CommitBatch;

/** Stores something else than the batch says. */
const stores =
  (change: Change): Breaks =>
  (storage) =>
    withCommit(storage, (batch) => valueOf(storage.commit(change(batch), {})));

/** Changes the time of each command record, event, or row. */
const timesOf = (part: "command" | "events" | "rows" | "guard", convert: (at: string) => string): Change => {
  switch (part) {
    case "command":
      return (batch) => ({ ...batch, command: { ...batch.command, at: convert(batch.command.at) } });
    case "events":
      return (batch) => ({ ...batch, events: batch.events.map((event) => ({ ...event, at: convert(event.at) })) });
    case "guard":
      return (batch) => ({
        ...batch,
        guard: { ...batch.guard, lastAt: batch.guard.lastAt && convert(batch.guard.lastAt) },
      });
    case "rows":
      return (batch) => ({
        ...batch,
        writes: batch.writes.map((write) =>
          write.kind === "put" && (write.table === "workspace" || write.table === "organization")
            ? ({ ...write, record: { ...write.record, createdAt: convert(write.record.createdAt) } } as typeof write)
            : write,
        ),
      });
  }
};

/** The local time in the zone of the program, taken for UTC. */
function localTime(at: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: process.env["TZ"] ?? "UTC",
    dateStyle: "short",
    timeStyle: "medium",
  });
  return `${format.format(new Date(at)).replace(" ", "T")}${at.slice(-5)}`;
}

/** Seconds since 1970 in 32 bits, which end in 2038. */
function thirtyTwoBitSeconds(at: string): string {
  const milliseconds = Date.parse(at);
  return new Date((Math.trunc(milliseconds / 1_000) | 0) * 1_000 + (milliseconds % 1_000)).toISOString();
}

const zeroIsNull = (at: string): string => (Date.parse(at) === 0 ? "2025-01-01T00:00:00.000Z" : at);

/** Never lets the time of the newest event go back. */
const keepsLatestTime: Breaks = (storage) => {
  let latest = "";
  return stores(timesOf("guard", (at) => (latest = at > latest ? at : latest)))(storage);
};

function withEvents(
  storage: RosterStorage,
  change: (page: EventPage, ask: Parameters<RosterStorage["events"]>) => EventPage | Promise<EventPage>,
): RosterStorage {
  return {
    ...storage,
    events(...asked) {
      const answer = valueOf(storage.events(...asked)).then((page) => change(page, asked));
      return ResultAsync.fromSafePromise(answer);
    },
  };
}

/** Reads all events, and pages through them in an order of its own. */
const sortsEvents =
  (
    compare: (left: RosterEvent, right: RosterEvent) => number,
    isAfter = (event: RosterEvent, after: number) => event.sequence > after,
  ): Breaks =>
  (storage) =>
    withEvents(storage, async (page, [id, after, limit, query]) => {
      const { rows } = await valueOf(storage.events(id, 0, 10_000, query));
      return {
        ...page,
        rows: rows
          .filter((event) => isAfter(event, after))
          .sort(compare)
          .slice(0, limit),
      };
    });

const byText = (left: number, right: number): number => (String(left) < String(right) ? -1 : 1);

/** Keeps only the last records of commands, of each organization or of all. */
const keepsLast =
  (size: number, scopeOf: (batch: CommitBatch) => string): Breaks =>
  (storage) => {
    const recent = new Map<string, string[]>();
    const key = (id: string, command: string): string => JSON.stringify([id, command]);
    const forgotten = new Set<string>();
    return {
      ...storage,
      load: (id, asked, options) =>
        storage
          .load(id, asked, options)
          .map((facts) =>
            asked.command !== null && forgotten.has(key(id, asked.command)) ? { ...facts, command: null } : facts,
          ),
      commit(batch, options) {
        return storage.commit(batch, options).map((outcome) => {
          const own = key(batch.organizationId, batch.command.key);
          if (outcome.kind === "replay" && forgotten.has(own)) return { kind: "conflict" };
          if (outcome.kind === "committed") {
            const all = [...(recent.get(scopeOf(batch)) ?? []), own];
            recent.set(scopeOf(batch), all.slice(-size));
            for (const old of all.slice(0, -size)) forgotten.add(old);
          }
          return outcome;
        });
      },
    };
  };

/** Drops what belongs to a pruned command: events, or the events of operations and grants. */
const dropsWhenPruning =
  (drops: "events" | "grants" | "operations"): Breaks =>
  (storage) => {
    const at = new Map<number, string>();
    let cut = "";
    const isKept = ({ sequence }: RosterEvent): boolean => (at.get(sequence) ?? "") >= cut;
    const keepsGrants = changesFacts((facts) =>
      drops === "operations" ? facts : { ...facts, grantingEvents: facts.grantingEvents.filter(isKept) },
    )(storage);
    return {
      ...withEvents(keepsGrants, (page, [, , , query]) =>
        drops === "events" || (drops === "operations" && query.operationId !== null)
          ? { ...page, rows: page.rows.filter(isKept) }
          : page,
      ),
      commit(batch, options) {
        for (const { sequence } of batch.events) at.set(sequence, batch.command.at);
        return storage.commit(batch, options);
      },
      pruneCommandRecords(before, limit, options) {
        cut = before;
        return storage.pruneCommandRecords(before, limit, options);
      },
    };
  };

/** Compares times by something else than the record's own: a time of the batch, or the text of the date alone. */
const prunesBy =
  (timeOf: (batch: CommitBatch) => string): Breaks =>
  (storage) => {
    const own = new Map<string, CommitBatch["command"]>();
    const key = (id: string, command: string | null): string => JSON.stringify([id, command]);
    return {
      ...storage,
      load: (id, asked, options) =>
        storage
          .load(id, asked, options)
          .map((facts): Facts => ({ ...facts, command: facts.command && (own.get(key(id, asked.command)) ?? null) })),
      commit(batch, options) {
        own.set(key(batch.organizationId, batch.command.key), batch.command);
        return storage.commit({ ...batch, command: { ...batch.command, at: timeOf(batch) } }, options);
      },
    };
  };

let commits = 0;

/** Compares revisions by something else than their value. */
const comparesRevisions =
  (isSame: (expected: number, stored: number) => boolean): Breaks =>
  (storage) =>
    withCommit(storage, async (batch) => {
      const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
      const expectedRevision = isSame(batch.guard.expectedRevision, revision) ? revision : batch.guard.expectedRevision;
      return valueOf(storage.commit({ ...batch, guard: { ...batch.guard, expectedRevision } }, {}));
    });

const lowest =
  (bits: number) =>
  (number: number): number =>
    number % 2 ** bits;

export const brokenTimesAndNumbers: readonly BrokenStorage[] = [
  ...(["command", "events", "rows", "guard"] as const).flatMap((part) => [
    broken(`stores the times of ${part} as local times`, stores(timesOf(part, localTime)), inZones),
    broken(`stores the times of ${part} in 32 bits`, stores(timesOf(part, thirtyTwoBitSeconds)), kept, inZones),
    broken(`takes the beginning of 1970 in ${part} for no time`, stores(timesOf(part, zeroIsNull)), kept),
  ]),
  broken("never lets the time of the newest event go back", keepsLatestTime, kept),
  broken(
    "sorts events by time",
    sortsEvents((left, right) => Date.parse(left.at) - Date.parse(right.at)),
    kept,
  ),
  broken(
    "prunes by the time of the newest event",
    prunesBy(({ guard, command }) => guard.lastAt ?? command.at),
    prunedByTime,
  ),
  broken(
    "prunes by the time of the commit",
    prunesBy(() => new Date(Date.UTC(2020, 0, 1) + (commits += 1)).toISOString()),
    prunedByTime,
    many,
  ),
  broken(
    "prunes by local times",
    prunesBy(({ command }) => localTime(command.at)),
    inZones,
  ),
  broken(
    "prunes by the date alone",
    prunesBy(({ command: { at } }) => `${at.slice(0, 10)}T00:00:00.000Z`),
    prunedByTime,
  ),
  broken(
    "prunes by times of two digits for the year",
    prunesBy(({ command: { at } }) => `20${at.slice(2)}`),
    prunedByTime,
  ),

  broken(
    "sorts events by their sequence as text",
    sortsEvents((left, right) => byText(left.sequence, right.sequence)),
    sequences,
    many,
  ),
  broken(
    "returns events whose sequence is later as text",
    sortsEvents(
      (left, right) => left.sequence - right.sequence,
      ({ sequence }, after) => byText(after, sequence) < 0 && after !== sequence,
    ),
    sequences,
    many,
  ),
  ...[8, 16, 31, 32, 48].flatMap((bits) => [
    broken(
      `compares the lowest ${bits} bits of revisions`,
      comparesRevisions((left, right) => lowest(bits)(left) === lowest(bits)(right)),
      lowBits,
    ),
    broken(
      `keeps ${bits} bits of the last sequence`,
      stores((batch) => ({
        ...batch,
        guard: { ...batch.guard, lastSequence: lowest(bits)(batch.guard.lastSequence) },
      })),
      sequences,
    ),
    broken(
      `finds granting events by ${bits} bits of their sequence`,
      changesFacts((facts) => ({
        ...facts,
        grantingEvents: facts.grantingEvents.filter(({ sequence }) => sequence < 2 ** bits),
      })),
      sequences,
    ),
  ]),
  broken(
    "keeps sequences as 32-bit floating point numbers",
    stores((batch) => ({ ...batch, guard: { ...batch.guard, lastSequence: Math.fround(batch.guard.lastSequence) } })),
    sequences,
  ),
  broken(
    "takes a later revision as text for the expected one",
    comparesRevisions((expected, stored) => byText(stored, expected) < 0 && expected < stored),
    many,
  ),
  broken(
    "takes a revision that begins the stored one for the expected one",
    comparesRevisions((expected, stored) => String(stored).startsWith(String(expected))),
    many,
  ),
  broken(
    "takes a revision that the stored one begins for the expected one",
    comparesRevisions((expected, stored) => String(expected).startsWith(String(stored))),
    many,
  ),

  broken(
    "keeps the last 1,000 commands of an organization",
    keepsLast(1_000, ({ organizationId }) => organizationId),
    many,
  ),
  broken(
    "keeps the last 1,024 commands",
    keepsLast(1_024, () => ""),
    many,
  ),
  broken("drops the events of the commands that it prunes", dropsWhenPruning("events"), many),
  broken("drops the granting events of the commands that it prunes", dropsWhenPruning("grants"), many),
  broken("no longer finds the operations of the commands that it prunes", dropsWhenPruning("operations"), many),
  broken(
    "prunes all commands if it prunes one",
    (storage) => ({
      ...storage,
      pruneCommandRecords: (before, limit, options) =>
        storage
          .pruneCommandRecords(before, limit, options)
          .andThen((answer) =>
            storage
              .pruneCommandRecords(answer.deleted > 0 ? "9999-12-31T23:59:59.999Z" : before, limit, options)
              .map(() => answer),
          ),
    }),
    many,
    prunedByTime,
  ),
];
