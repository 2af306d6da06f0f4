import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { committed, conflicting, equal, loaded } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";

export const revisionsCases = [
  storageCase(
    group,
    "AN12 ABA: rows that went and came back equal do not pass for the rows that were loaded",
    async (store) => {
      const { storage, second } = store;
      const acme = batchBuilder(storage);
      await acme.create({
        writes: [
          insert.member(aMember("ada")),
          insert.workspace(aWorkspace("lab")),
          insert.assignment(anAssignment("lab", "ada")),
        ],
      });
      const stale = acme.next({
        writes: [replace.member(aMember("ada", { role: "billing" }))],
        command: { key: commandKey("stale") },
      });
      const needed = {
        members: [aMember("ada").userId],
        assignments: [{ workspaceId: aWorkspace("lab").workspaceId, userIds: [aMember("ada").userId] }],
      };
      const before = await loaded(storage, acme.organizationId, needed);

      await committed(second, acme.next({ writes: [remove.member("ada"), remove.assignment("lab", "ada")] }));
      acme.continueAfter(acme.next());
      await committed(
        second,
        acme.next({ writes: [insert.member(aMember("ada")), insert.assignment(anAssignment("lab", "ada"))] }),
      );
      acme.continueAfter(acme.next());

      const after = await loaded(storage, acme.organizationId, needed);
      equal(after, { ...before, revision: before.revision + 2 });
      await conflicting(storage, stale);
      equal(await loaded(second, acme.organizationId, needed), after);
    },
  ),

  storageCase(
    group,
    "AN12 ABA: revisions and sequences keep counting after every row but the organization is deleted",
    async (store) => {
      const { storage, second } = store;
      const acme = batchBuilder(storage);
      await acme.create({ writes: [insert.member(aMember("ada"))] });
      for (let round = 1; round <= 3; round += 1) {
        const user = aMember("ada");
        await committed(second, acme.next({ writes: [remove.member("ada")] }));
        acme.continueAfter(acme.next());
        await acme.commit({ writes: [insert.member(user)] });
        equal((await loaded(second, acme.organizationId)).revision, 1 + 2 * round);
      }
    },
  ),
];
