import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Facts } from "../../../src/application/ports/need.ts";
import { type Breaks, broken, type BrokenStorage } from "./broken-storage.ts";
import { type Change, sortsEvents, stores } from "./changes.ts";

const many = "many commands › remembers the first of 1,500 commands, and every event, until the command is pruned";
const kept = "times › keeps times as they are given, if they go back, stand still or are far away";
const prunedByTime = "times › prunes by the time of the command alone, whatever the order of the commits was";
const inZones = "times › keeps and compares times in UTC, whatever time zone the program sets";

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

export const brokenTimes: readonly BrokenStorage[] = [
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
];
