import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey, operationId, userId, workspaceId } from "../../builders/ids.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

/** More than a store might keep in a bounded cache or list. */
const many = 1_500;
const pruned = 500;
/** The largest page that the core asks for. */
const pageSize = 501;

/** Each command is a second later than the one before. */
const timeOf = (command: number): string => new Date(Date.UTC(2025, 0, 1) + command * 1_000).toISOString();

/** Stores one event with each command. The first command adds ada to lab. */
async function commitMany({ storage, second }: OpenStore, acme: BatchBuilder): Promise<readonly CommitBatch[]> {
  const batches: CommitBatch[] = [];
  while (batches.length < many) {
    const number = batches.length + 1;
    const batch = acme.next({
      writes:
        number > 1
          ? []
          : [
              insert.organization(anOrganization()),
              insert.member(aMember("ada")),
              insert.workspace(aWorkspace("lab")),
              insert.assignment(anAssignment("lab", "ada")),
            ],
      newEvents: [workspaceMemberAdded("lab", number === 1 ? "ada" : `user-${number}`)],
      command: { fingerprint: `print ${number}`, outcome: `{"number":${number}}`, at: timeOf(number) },
      envelope: { at: timeOf(number) },
    });
    const handle = number % 2 === 0 ? storage : second;
    if (isNearPowerOfTen(number)) await rejectsOtherRevisions(handle, batch);
    await committed(handle, batch);
    acme.continueAfter(batch);
    batches.push(batch);
  }
  return batches;
}

function isNearPowerOfTen(number: number): boolean {
  return [10, 100, 1_000].some((power) => number >= power && number <= power + 2);
}

/** Expects revisions that come before or after, by number or as text. */
async function rejectsOtherRevisions(storage: RosterStorage, batch: CommitBatch): Promise<void> {
  const { expectedRevision } = batch.guard;
  const digits = String(expectedRevision);
  equal((await loaded(storage, batch.organizationId)).revision, expectedRevision);
  for (const other of [expectedRevision - 1, expectedRevision + 1, Number(digits.slice(0, -1)), Number(`${digits}0`)]) {
    await conflicting(storage, { ...batch, guard: { ...batch.guard, expectedRevision: other } });
  }
}

/** Reads page by page. */
async function hasEvents(
  storage: RosterStorage,
  organizationId: OrganizationId,
  events: readonly RosterEvent[],
): Promise<void> {
  for (let start = 0; start <= events.length; start += pageSize) {
    const after = events[start - 1]?.sequence ?? 0;
    const { rows } = await valueOf(storage.events(organizationId, after, pageSize, eventsQuery()));
    equal(rows, events.slice(start, start + pageSize));
  }
}

export const manyCommandsCases = [
  storageCase(
    "many commands",
    "remembers the first of 1,500 commands, and every event, until the command is pruned",
    async (store) => {
      const acme = batchBuilder(store.storage);
      const batches = await commitMany(store, acme);
      const events = batches.flatMap((batch) => batch.events);

      await remembers([1, 2, 499, 500, 501, 1_000, 1_499, 1_500]);
      await hasEvents(store.second, acme.organizationId, events);

      const { deleted } = await valueOf(store.storage.pruneCommandRecords(timeOf(pruned + 1), 10_000, {}));

      equal(deleted, pruned);
      await remembers([501, 502, 1_000, 1_499, 1_500]);
      for (const handle of [store.storage, store.second]) {
        for (const number of [1, 2, 499, 500]) {
          const key = commandKey(`command-${number}`);
          equal((await loaded(handle, acme.organizationId, { command: key })).command, null);
        }
        await hasEvents(handle, acme.organizationId, events);
        await keepsTheFirst(handle, events.slice(0, 1));
      }

      /** Sends commands again: the first attempts were answered long ago. */
      async function remembers(numbers: readonly number[]): Promise<void> {
        for (const number of numbers) {
          const { command } = batches[number - 1] ?? acme.next();
          for (const handle of [store.storage, store.second]) {
            const again = { ...acme.next(), command: { ...command, fingerprint: "again", outcome: null } };
            const outcome = await valueOf(handle.commit(again, {}));
            equal({ number, outcome }, { number, outcome: { kind: "replay", command } });
            equal((await loaded(handle, acme.organizationId, { command: command.key })).command, command);
          }
        }
      }

      /** The rows and the event of the first command, whose record is gone. */
      async function keepsTheFirst(handle: RosterStorage, granting: readonly RosterEvent[]): Promise<void> {
        const facts = await loaded(handle, acme.organizationId, {
          assignments: [{ workspaceId: workspaceId("lab"), userIds: [userId("ada")] }],
          grantingEvents: true,
        });
        equal([facts.assignments, facts.grantingEvents], [[anAssignment("lab", "ada")], granting]);
        for (const part of [{ operationId: operationId("operation-1") }, { userId: userId("ada") }]) {
          const { rows } = await valueOf(handle.events(acme.organizationId, 0, 2, eventsQuery(part)));
          equal(rows, granting);
        }
      }
    },
  ),
];
