import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { committed, conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: guard";

export const guardCases = [
  storageCase(group, "raises the revision by one, and stores the given sequence", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ newEvents: [memberAdded("ada"), memberAdded("bo")] });

    const { revision, lastSequence } = await loaded(storage, acme.organizationId);
    equal({ revision, lastSequence }, { revision: 1, lastSequence: 2 });

    await acme.commit({ newEvents: [memberAdded("cy")] });
    const after = await loaded(storage, acme.organizationId);
    equal({ revision: after.revision, lastSequence: after.lastSequence }, { revision: 2, lastSequence: 3 });
  }),

  storageCase(group, "raises the revision even if nothing else changes", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ newEvents: [memberAdded("ada")] });

    await acme.commit();

    const { revision, lastSequence } = await loaded(storage, acme.organizationId);
    equal({ revision, lastSequence }, { revision: 2, lastSequence: 1 });
  }),

  ...[0, 1, 3, 1_000].map((expectedRevision) =>
    storageCase(
      group,
      `rejects expected revision ${expectedRevision} at revision 2, and applies nothing`,
      async ({ storage }) => {
        const acme = batchBuilder(storage);
        await acme.create({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });
        await acme.commit();
        const before = await dump(storage, acme.organizationId);
        const batch = acme.next({
          writes: [replace.organization(anOrganization({ memberCount: 2 })), insert.member(aMember("bo"))],
          newEvents: [memberAdded("bo")],
        });

        await conflicting(storage, { ...batch, guard: { ...batch.guard, expectedRevision } });

        equal(await dump(storage, acme.organizationId), before);
        await committed(storage, batch);
      },
    ),
  ),

  storageCase(
    group,
    "rejects expected revision 0 if the organization exists, whatever the writes are",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const batch = acme.next({ writes: [insert.organization(anOrganization())] });
      await acme.create();
      const again = { ...batch, command: { ...batch.command, key: commandKey("again") } };

      await conflicting(storage, again);
      await conflicting(storage, { ...again, writes: [] });
      await conflicting(storage, { ...again, writes: [replace.organization(anOrganization())] });

      equal((await loaded(storage, acme.organizationId)).revision, 1);
    },
  ),

  storageCase(
    group,
    "rejects every expected revision except 0 if the organization does not exist",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const batch = acme.next({ writes: [insert.organization(anOrganization())] });

      await conflicting(storage, { ...batch, guard: { ...batch.guard, expectedRevision: 1 } });

      equal((await loaded(storage, acme.organizationId)).revision, 0);
      await committed(storage, batch);
    },
  ),

  storageCase(group, "keeps a separate revision for each organization", async ({ storage }) => {
    const [acme, other] = [batchBuilder(storage, "acme"), batchBuilder(storage, "other")];
    await acme.create();
    await acme.commit();

    await other.create();

    equal((await loaded(storage, acme.organizationId)).revision, 2);
    equal((await loaded(storage, other.organizationId)).revision, 1);
  }),

  storageCase(
    group,
    "keeps counting after all rows were deleted and written again, and rejects an older batch",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const rows = [insert.member(aMember("ada")), insert.workspace(aWorkspace("lab"))];
      await acme.create({ writes: [...rows, insert.assignment(anAssignment("lab", "ada"))] });
      const old = acme.next({ writes: [insert.member(aMember("bo"))], command: { key: commandKey("old") } });

      await acme.commit({ writes: [remove.assignment("lab", "ada"), remove.member("ada")] });
      await acme.commit({ writes: rows.slice(0, 1), newEvents: [memberAdded("ada")] });

      const { revision, lastSequence } = await loaded(storage, acme.organizationId);
      equal([revision, lastSequence], [3, 1]);
      await conflicting(storage, old);
    },
  ),

  storageCase(group, "commits one of two batches that expect the same revision", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const batches = ["ada", "bo"].map((user) =>
      acme.next({ writes: [insert.member(aMember(user))], command: { key: commandKey(user) } }),
    );

    const outcomes = await Promise.all(
      batches.map(async (batch, index) => valueOf((index === 0 ? storage : second).commit(batch, {}))),
    );

    equal(outcomes.map(({ kind }) => kind).sort(), ["committed", "conflict"]);
    const { revision, members } = await loaded(storage, acme.organizationId, { anyMembers: 10 });
    equal([revision, members.length], [2, 1]);
  }),

  storageCase(group, "shows a commit at once through every handle", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create({ writes: [insert.member(aMember("ada"))] });
    equal(await dump(second, acme.organizationId), await dump(storage, acme.organizationId));

    const batch = acme.next({ writes: [insert.member(aMember("bo"))], newEvents: [memberAdded("bo")] });
    await committed(second, batch);
    equal((await loaded(storage, acme.organizationId, { anyMembers: 10 })).members.length, 2);
    equal(await dump(second, acme.organizationId), await dump(storage, acme.organizationId));
  }),
];
