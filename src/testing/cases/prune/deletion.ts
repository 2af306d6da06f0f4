import type { CommandRecord } from "../../../application/ports/records.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { abortedBy, committed, equal, loaded, valueOf } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import { storageCase } from "../../storage-case.ts";

const group = "pruneCommandRecords";
const time = (second: number) => `2025-01-01T00:00:${String(second).padStart(2, "0")}.000Z`;

/** An organization with one command per second. The command of second 5 has the key "5". */
async function withCommands(storage: RosterStorage, seconds: readonly number[], id = "acme"): Promise<BatchBuilder> {
  const acme = batchBuilder(storage, id);
  for (const second of seconds) {
    const command = { key: commandKey(String(second)), at: time(second), outcome: second % 2 === 0 ? "{}" : null };
    if (acme.next().guard.expectedRevision === 0)
      await acme.create({ command, writes: [insert.member(aMember("ada"))] });
    else await acme.commit({ command, newEvents: [memberAdded("ada")] });
  }
  return acme;
}

async function forgottenBefore(storage: RosterStorage, second: number, limit = 100): Promise<number> {
  return (await valueOf(storage.pruneCommandRecords(time(second), limit, {}))).deleted;
}

async function remembered(storage: RosterStorage, { organizationId }: BatchBuilder): Promise<readonly string[]> {
  const found: (CommandRecord | null)[] = [];
  for (let second = 0; second < 60; second += 1) {
    found.push((await loaded(storage, organizationId, { command: commandKey(String(second)) })).command);
  }
  return found.flatMap((command) => (command === null ? [] : [command.key]));
}

export const deletionCases = [
  storageCase(group, "deletes nothing if nothing is stored", async ({ storage }) => {
    equal(await forgottenBefore(storage, 30), 0);
  }),

  storageCase(group, "deletes the commands before a time, and keeps those of that time and later", async (store) => {
    const acme = await withCommands(store.storage, [5, 11, 10, 9, 4]);

    equal(await forgottenBefore(store.storage, 10), 3);

    equal(await remembered(store.storage, acme), ["10", "11"]);
    equal(await remembered(store.second, acme), ["10", "11"]);
    equal(await forgottenBefore(store.storage, 10), 0);
  }),

  storageCase(group, "deletes no more than its limit, and fewer only if none is left", async ({ storage }) => {
    const acme = await withCommands(storage, [1, 2, 3, 4, 5, 30]);

    equal(await forgottenBefore(storage, 20, 2), 2);
    equal((await remembered(storage, acme)).length, 4);
    equal(await forgottenBefore(storage, 20, 2), 2);
    equal(await forgottenBefore(storage, 20, 2), 1);
    equal(await remembered(storage, acme), ["30"]);
    equal(await forgottenBefore(storage, 20, 2), 0);
  }),

  storageCase(group, "deletes commands of every organization, with one limit for all", async ({ storage }) => {
    const seconds = [1, 2, 30];
    const writers = [await withCommands(storage, seconds, "acme"), await withCommands(storage, seconds, "other")];

    equal(await forgottenBefore(storage, 20, 3), 3);
    equal(await forgottenBefore(storage, 20, 3), 1);

    for (const writer of writers) equal(await remembered(storage, writer), ["30"]);
  }),

  storageCase(group, "changes nothing else, not even the revision", async ({ storage }) => {
    const acme = await withCommands(storage, [1, 2, 3]);
    const before = await dump(storage, acme.organizationId);

    equal(await forgottenBefore(storage, 20), 3);

    equal(await dump(storage, acme.organizationId), before);
    await acme.commit({ command: { key: commandKey("4") }, newEvents: [memberAdded("bo")] });
  }),

  storageCase(group, "lets the key of a deleted command be used again", async ({ storage }) => {
    const acme = await withCommands(storage, [1]);
    await forgottenBefore(storage, 20);
    const command = { key: commandKey("1"), fingerprint: "new", outcome: "[]", at: time(40) };

    await committed(storage, acme.next({ command }));

    equal((await loaded(storage, acme.organizationId, { command: command.key })).command, command);
  }),

  storageCase(group, "returns aborted if its signal has fired, and deletes nothing", async ({ storage }) => {
    const acme = await withCommands(storage, [1]);

    await abortedBy(storage.pruneCommandRecords(time(20), 9, { signal: AbortSignal.abort() }));

    equal(await remembered(storage, acme), ["1"]);
  }),
];
