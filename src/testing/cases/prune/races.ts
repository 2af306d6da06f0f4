import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "pruneCommandRecords";
const at = (milliseconds: string) => `2025-01-01T00:00:10.${milliseconds}Z`;
const later = "2999-01-01T00:00:00.000Z";

export const pruneRacesCases = [
  storageCase(group, "compares times to the millisecond", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ command: { key: commandKey("older"), at: at("499") } });
    await acme.commit({ command: { key: commandKey("younger"), at: at("500") } });

    equal(await valueOf(storage.pruneCommandRecords(at("500"), 9, {})), { deleted: 1 });

    equal((await loaded(storage, acme.organizationId, { command: commandKey("older") })).command, null);
    equal((await loaded(storage, acme.organizationId, { command: commandKey("younger") })).command?.key, "younger");
  }),

  storageCase(group, "keeps a newer command of another organization with the same key", async (store) => {
    const command = { key: commandKey("k") };
    const [acme, other] = [batchBuilder(store.storage, "acme"), batchBuilder(store.storage, "other")];
    await acme.create({ command: { ...command, at: at("100") } });
    const kept = await other.create({ command: { ...command, at: at("900") } });

    equal(await valueOf(store.storage.pruneCommandRecords(at("500"), 9, {})), { deleted: 1 });

    equal((await loaded(store.second, acme.organizationId, { command: command.key })).command, null);
    equal((await loaded(store.second, other.organizationId, { command: command.key })).command, kept.command);
    equal(await valueOf(store.storage.commit(kept, {})), { kind: "replay", command: kept.command });
  }),

  storageCase(group, "deletes a command for every handle, even for one that has returned it", async (store) => {
    const { storage, second } = store;
    const acme = batchBuilder(second);
    const batch = await acme.create();
    equal((await valueOf(second.commit(batch, {}))).kind, "replay");

    await valueOf(storage.pruneCommandRecords(later, 9, {}));

    equal((await loaded(second, acme.organizationId, { command: batch.command.key })).command, null);
    await committed(second, acme.next({ command: { key: batch.command.key } }));
  }),

  storageCase(group, "counts a command once if two calls delete at the same time", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    for (let commits = 0; commits < 9; commits += 1) await acme.commit();

    const counts = await Promise.all(
      [storage, second].map(async (handle) => (await valueOf(handle.pruneCommandRecords(later, 100, {}))).deleted),
    );

    equal(
      counts.reduce((sum, count) => sum + count, 0),
      10,
    );
  }),

  storageCase(
    group,
    "leaves none behind if it deletes fewer than its limit, even while another call deletes",
    async (store) => {
      const { storage, second } = store;
      const acme = batchBuilder(storage);
      await acme.create();
      for (let commits = 0; commits < 100; commits += 1) await acme.commit();
      const forget = async (handle: typeof storage, limit: number) =>
        (await valueOf(handle.pruneCommandRecords(later, limit, {}))).deleted;

      let counts: readonly number[] = [];
      while (counts.every((count) => count === 3)) {
        counts = await Promise.all([storage, second, storage, second].map((handle) => forget(handle, 3)));
      }

      equal(await forget(storage, 100), 0, "A call deleted fewer commands than its limit, although there were more.");
    },
  ),

  storageCase(group, "loses no commit that is made while it deletes", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create({ command: { at: at("100") } });
    for (let round = 0; round < 30; round += 1) {
      const old = acme.next({ command: { at: at("100") } });
      await committed(storage, old);
      acme.continueAfter(old);
      const user = `user-${round}`;
      const batch = acme.next({ writes: [insert.member(aMember(user))], command: { at: at("900") } });

      const forgetting = valueOf((round % 2 === 0 ? storage : second).pruneCommandRecords(at("500"), 9, {}));
      await committed(second, batch);
      acme.continueAfter(batch);
      await forgetting;

      const { revision, members, command } = await loaded(storage, acme.organizationId, {
        members: [aMember(user).userId],
        command: batch.command.key,
      });
      equal([revision, members.length, command], [acme.next().guard.expectedRevision, 1, batch.command]);
    }
  }),
];
