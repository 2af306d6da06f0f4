import type { Write } from "../../../application/ports/write.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: expected rows";

/** A row of each table, which is stored, as it would be inserted and as it would be replaced. */
const stored: readonly (readonly [insertion: Write, replacement: Write])[] = [
  [insert.organization(anOrganization()), replace.organization(anOrganization())],
  [insert.member(aMember("ada")), replace.member(aMember("ada"))],
  [insert.workspace(aWorkspace("lab")), replace.workspace(aWorkspace("lab"))],
  [
    insert.workspace(aWorkspace("old", { status: "archived" })),
    replace.workspace(aWorkspace("old", { status: "archived" })),
  ],
  [insert.assignment(anAssignment("lab", "ada")), replace.assignment(anAssignment("lab", "ada"))],
];

async function fill({ storage }: OpenStore) {
  const acme = batchBuilder(storage);
  await acme.create({ writes: stored.slice(1).map(([insertion]) => insertion), newEvents: [memberAdded("ada")] });
  return acme;
}

export const equalRowsCases = [
  storageCase(
    group,
    "returns a conflict for a row that is expected to be absent, even if it is equal to the stored one",
    async (store) => {
      const { storage } = store;
      const acme = await fill(store);
      const before = await dump(storage, acme.organizationId);

      for (const [insertion] of stored) {
        await conflicting(storage, acme.next({ writes: [insertion] }));
        const writes = [insertion, insert.workspace(aWorkspace("new"))];
        await conflicting(storage, acme.next({ writes, newEvents: [memberAdded("ada")] }));
        equal(await dump(storage, acme.organizationId), before, `after a second insertion into ${insertion.table}`);
      }

      await conflicting(storage, acme.next({ writes: stored.map(([insertion]) => insertion) }));
      equal(await dump(storage, acme.organizationId), before);
    },
  ),

  storageCase(
    group,
    "commits a replacement by an equal row with its revision, command and event, like any other",
    async (store) => {
      const { storage, second } = store;
      const acme = await fill(store);
      const batches = [...stored.map(([, replacement]) => [replacement]), stored.map(([, replacement]) => replacement)];

      for (const [index, writes] of batches.entries()) {
        const before = await loaded(storage, acme.organizationId, { anyMembers: 9 });
        const key = commandKey(`equal-${index}`);
        const { command, events } = await acme.commit({ writes, newEvents: [memberAdded("ada")], command: { key } });

        const after = await loaded(second, acme.organizationId, { command: key, anyMembers: 9 });
        const { revision, lastSequence } = before;
        equal(after, { ...before, revision: revision + 1, lastSequence: lastSequence + 1, command });
        const page = await valueOf(second.events(acme.organizationId, lastSequence, 9, eventsQuery()));
        equal(page.rows, events);
      }

      const { revision } = await loaded(storage, acme.organizationId);
      await acme.commit({ writes: stored.map(([, replacement]) => replacement) });
      equal((await loaded(second, acme.organizationId)).revision, revision + 1);
    },
  ),

  storageCase(group, "treats a deleted row as absent, and an equal row stored again as present", async (store) => {
    const { storage } = store;
    const acme = await fill(store);
    const rows = [
      {
        put: (expected: typeof insert) => expected.assignment(anAssignment("lab", "ada")),
        drop: remove.assignment("lab", "ada"),
      },
      { put: (expected: typeof insert) => expected.member(aMember("ada")), drop: remove.member("ada") },
    ];

    for (const { put, drop } of rows) {
      for (let round = 1; round <= 2; round += 1) {
        await conflicting(storage, acme.next({ writes: [put(insert)] }));
        await acme.commit({ writes: [drop] });
        await conflicting(storage, acme.next({ writes: [drop] }));
        await conflicting(storage, acme.next({ writes: [put(replace)] }));
        await acme.commit({ writes: [put(insert)] });
        await conflicting(storage, acme.next({ writes: [put(insert)] }));
        await acme.commit({ writes: [put(replace)] });
      }
      await acme.commit({ writes: [drop] });
    }
  }),
];
