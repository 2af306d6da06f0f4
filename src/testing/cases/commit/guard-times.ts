import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey } from "../../builders/ids.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { someTime } from "../../builders/records.ts";
import { committed, conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: guard";
const laterTime = "2025-01-02T03:04:05.679Z";
const muchLater = "2026-01-01T00:00:00.000Z";

export const guardTimesCases = [
  storageCase(group, "stores the time of the newest event for each organization", async (store) => {
    const { storage, second } = store;
    const [acme, other] = [batchBuilder(storage, "acme"), batchBuilder(storage, "other")];
    const timesOf = async (through: RosterStorage) => [
      (await loaded(through, acme.organizationId)).lastAt,
      (await loaded(through, other.organizationId)).lastAt,
    ];
    equal(await timesOf(storage), [null, null]);

    await acme.create({ newEvents: [memberAdded("ada")], envelope: { at: laterTime } });
    await other.create();
    equal(await timesOf(second), [laterTime, null]);

    await other.commit({ newEvents: [memberAdded("bo")] });
    // A commit without events keeps the time.
    await acme.commit({ command: { at: muchLater } });
    equal(await timesOf(storage), [laterTime, someTime]);

    await acme.commit({ newEvents: [memberAdded("cy")] });
    equal(await timesOf(second), [someTime, someTime]);
  }),

  storageCase(group, "keeps the time of the newest event on a replay or a conflict", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ newEvents: [memberAdded("ada")] });
    const late = acme.next({ newEvents: [memberAdded("bo")], envelope: { at: laterTime } });
    const first = { ...late, command: { ...late.command, key: commandKey("command-1") } };

    await conflicting(storage, { ...late, guard: { ...late.guard, expectedRevision: 2 } });
    equal((await valueOf(storage.commit(first, {}))).kind, "replay");

    equal((await loaded(storage, acme.organizationId)).lastAt, someTime);
    await committed(storage, late);
    equal((await loaded(storage, acme.organizationId)).lastAt, laterTime);
  }),
];
