import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anOrganization } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: command";
const key = commandKey("k");
const record = { key, fingerprint: "0123abc", outcome: '{"added":["ada"]}', at: "2025-06-07T08:09:10.011Z" };

export const commandCases = [
  storageCase(group, "stores the record of a command", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create({ command: record });

    equal((await loaded(storage, acme.organizationId, { command: key })).command, record);
    equal((await loaded(second, acme.organizationId, { command: key })).command, record);
  }),

  storageCase(group, "stores a record without an outcome, and replays it", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const command = { ...record, fingerprint: "", outcome: null };
    const batch = await acme.create({ command });

    equal((await loaded(storage, acme.organizationId, { command: key })).command, command);
    equal(await valueOf(storage.commit(batch, {})), { kind: "replay", command });
  }),

  storageCase(
    group,
    "returns a replay if the same batch is sent again, and applies nothing",
    async ({ storage, second }) => {
      const acme = batchBuilder(storage);
      await acme.create();
      const batch = await acme.commit({
        command: record,
        writes: [insert.member(aMember("ada"))],
        newEvents: [memberAdded("ada")],
      });
      const before = await dump(storage, acme.organizationId);

      equal(await valueOf(storage.commit(batch, {})), { kind: "replay", command: record });
      equal(await valueOf(second.commit(batch, {})), { kind: "replay", command: record });

      equal(await dump(storage, acme.organizationId), before);
    },
  ),

  storageCase(group, "returns a replay even at the expected revision, and applies nothing", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ command: record });
    const batch = acme.next({ command: record, writes: [insert.member(aMember("ada"))] });
    const before = await dump(storage, acme.organizationId);

    equal(await valueOf(storage.commit(batch, {})), { kind: "replay", command: record });

    equal(await dump(storage, acme.organizationId), before);
  }),

  storageCase(
    group,
    "returns a replay instead of a conflict, whatever is wrong with the batch",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      await acme.create({ command: record, writes: [insert.member(aMember("ada"))] });
      await acme.commit();
      const batch = acme.next({ command: record, writes: [insert.member(aMember("ada"))] });
      const replay = { kind: "replay", command: record };

      equal(await valueOf(storage.commit(batch, {})), replay);
      for (const expectedRevision of [0, 1, 9]) {
        const moved = { ...batch, guard: { ...batch.guard, expectedRevision } };
        equal(await valueOf(storage.commit(moved, {})), replay);
      }
    },
  ),

  storageCase(group, "replays the stored record, not the record in the batch", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ command: record });

    const other = acme.next({
      command: { ...record, fingerprint: "other", outcome: null, at: "2030-01-01T00:00:00.000Z" },
    });

    equal(await valueOf(storage.commit(other, {})), { kind: "replay", command: record });
  }),

  storageCase(group, "stores no command of a rejected batch", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = acme.next({ command: record });

    await conflicting(storage, { ...batch, guard: { ...batch.guard, expectedRevision: 7 } });

    equal((await loaded(storage, acme.organizationId, { command: key })).command, null);
    await committed(storage, batch);
  }),

  storageCase(group, "keeps the commands of organizations apart", async ({ storage }) => {
    const [acme, other] = [batchBuilder(storage, "acme"), batchBuilder(storage, "other")];
    await acme.create({ command: record });
    await other.create();

    equal((await loaded(storage, other.organizationId, { command: key })).command, null);
    await other.commit({ command: { ...record, fingerprint: "other" } });

    equal((await loaded(storage, acme.organizationId, { command: key })).command, record);
  }),

  storageCase(group, "compares keys byte for byte", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const keys = ["key", "KEY", "Key", "ke\u0301y", "k\u00e9y", "ke_", "ke%", "stra\u00dfe", "strasse"].map(commandKey);

    for (const each of keys) await acme.commit({ command: { ...record, key: each } });

    for (const each of keys) {
      equal((await loaded(storage, acme.organizationId, { command: each })).command?.key, each);
    }
  }),

  storageCase(group, "applies a command once if it is sent through two handles at the same time", async (store) => {
    const { storage, second } = store;
    const acme = batchBuilder(storage);
    const batch = acme.next({
      command: record,
      writes: [insert.organization(anOrganization())],
      newEvents: [memberAdded("ada")],
    });

    const outcomes = await Promise.all([
      valueOf(storage.commit(batch, {})),
      valueOf(second.commit(batch, {})),
      valueOf(storage.commit(batch, {})),
    ]);

    equal(outcomes.filter(({ kind }) => kind === "committed").length, 1);
    equal(outcomes.filter(({ kind }) => kind === "unknown").length, 0);
    equal(await valueOf(storage.commit(batch, {})), { kind: "replay", command: record });
    equal((await loaded(storage, acme.organizationId)).revision, 1);
  }),
];
