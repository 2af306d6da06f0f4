import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceCreated } from "../../builders/new-events.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { together } from "../../fixtures/racing-writers.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";
import { inTimeZone } from "./time-zone.ts";

const group = "times";
const [start, end] = ["1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"];

/** In no order: the end of types, days that not every year has, and hours that a local clock skips or repeats. */
const times = [
  "2025-10-26T01:30:00.000Z",
  "2025-10-26T00:30:00.000Z",
  "9999-12-31T23:59:59.998Z",
  "1970-01-01T00:00:00.000Z",
  "2038-01-19T03:14:08.000Z",
  "2038-01-19T03:14:07.999Z",
  "2024-02-29T23:59:59.999Z",
  "2025-03-30T01:30:00.000Z",
  "2025-03-30T02:30:00.000Z",
  "2025-03-30T02:30:00.000Z",
  "2106-02-07T06:28:16.001Z",
  "2000-01-01T00:00:00.001Z",
  "1970-01-01T00:00:00.001Z",
];

/** Some of them, for each pair of zones: the program starts in the one and goes on in the other. */
const zones = [
  ["Pacific/Kiritimati", "America/St_Johns"],
  ["Europe/Berlin", "Europe/Berlin"],
] as const;

/** One commit for each time, with everything that has a time. The record of the command has another one. */
async function commitTimes(store: OpenStore, id: string, chosen: readonly string[]): Promise<readonly CommitBatch[]> {
  const acme = batchBuilder(store.storage, id);
  await acme.create({ command: { at: end } });
  const batches: CommitBatch[] = [];
  for (const [index, at] of chosen.entries()) {
    const place = `place-${String(index).padStart(2, "0")}`;
    const batch = await acme.commit({
      writes: [
        replace.organization(anOrganization({ createdAt: at })),
        insert.workspace(aWorkspace(place, { createdAt: at })),
      ],
      newEvents: [workspaceCreated(place)],
      command: { at: chosen.at(-1 - index) ?? at },
      envelope: { at },
    });
    batches.push(batch);
    const { lastAt, lastSequence, organization } = await loaded(store.second, acme.organizationId);
    equal([lastAt, lastSequence, organization?.createdAt], [at, index + 1, at]);
  }
  return batches;
}

async function readTimes({ second }: OpenStore, id: string, batches: readonly CommitBatch[]): Promise<void> {
  const { organizationId } = batchBuilder(second, id);
  const { rows: places } = await valueOf(
    second.read.workspaces({ ...listQuery(organizationId), includeArchived: true }, {}),
  );
  equal(
    places.map(({ createdAt }) => createdAt),
    batches.map(({ guard }) => guard.lastAt),
  );
  const { rows } = await valueOf(second.events(organizationId, 0, 100, eventsQuery()));
  equal(
    rows,
    batches.flatMap(({ events }) => events),
  );
  await remembers(second, batches, start);
}

/** Prunes up to each of the times, and finds exactly the records from that time on. */
async function pruneTimes({ storage, second }: OpenStore, batches: readonly CommitBatch[]): Promise<void> {
  let left = batches.length;
  for (const before of [...new Set(batches.map(({ command }) => command.at))].sort()) {
    const kept = batches.filter(({ command }) => command.at >= before).length;
    equal(await valueOf(storage.pruneCommandRecords(before, 1_000, {})), { deleted: left - kept });
    left = kept;
    await remembers(second, batches, before);
  }
  await valueOf(storage.pruneCommandRecords(end, 1_000, {}));
}

async function remembers(storage: RosterStorage, batches: readonly CommitBatch[], from: string): Promise<void> {
  await together(
    batches.map(async ({ organizationId, command }) => {
      const { command: found } = await loaded(storage, organizationId, { command: command.key });
      equal({ from, found }, { from, found: command.at < from ? null : command });
    }),
  );
}

export const timesCases = [
  storageCase(group, "keeps times as they are given, if they go back, stand still or are far away", async (store) => {
    await readTimes(store, "acme", await commitTimes(store, "acme", times));
  }),

  storageCase(
    group,
    "prunes by the time of the command alone, whatever the order of the commits was",
    async (store) => {
      await pruneTimes(store, await commitTimes(store, "acme", times));
    },
  ),

  storageCase(group, "keeps and compares times in UTC, whatever time zone the program sets", async (store) => {
    for (const [index, [before, after]] of zones.entries()) {
      const id = `acme-${index}`;
      const batches = await inTimeZone(before, () => commitTimes(store, id, times.slice(0, 10)));
      await inTimeZone(after, () => readTimes(store, id, batches));
      await readTimes(store, id, batches);
      await inTimeZone(after, () => pruneTimes(store, batches));
    }
  }),
];
