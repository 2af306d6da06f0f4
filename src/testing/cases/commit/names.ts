import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceOf } from "../../builders/expected-rows.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import { loadWrittenRows } from "./load-written-rows.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: writes";

export const namesCases = [
  storageCase(group, "lets two active workspaces swap their names in one batch", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({ writes: [insert.workspace(aWorkspace("w1")), insert.workspace(aWorkspace("w2"))] });

    await acme.commit({
      writes: [
        replace.workspace(aWorkspace("w1", { nameKey: "w2" })),
        replace.workspace(aWorkspace("w2", { nameKey: "w1" })),
      ],
    });

    const { workspaces } = await loaded(store.storage, acme.organizationId, { workspaceNames: ["w1"] });
    equal(workspaces, [workspaceOf(aWorkspace("w2", { nameKey: "w1" }))]);
  }),

  storageCase(group, "frees the name of a workspace that is archived or renamed", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({ writes: [insert.workspace(aWorkspace("w1")), insert.workspace(aWorkspace("w2"))] });

    await acme.commit({
      writes: [
        replace.workspace(aWorkspace("w1", { status: "archived" })),
        replace.workspace(aWorkspace("w2", { nameKey: "renamed" })),
        insert.workspace(aWorkspace("w3", { nameKey: "w1" })),
      ],
    });

    const { workspaces } = await loaded(store.storage, acme.organizationId, {
      workspaceNames: ["w1", "w2", "renamed"],
    });
    equal(
      workspaces.map(({ workspaceId }) => String(workspaceId)),
      ["w2", "w3"],
    );
  }),

  storageCase(group, "keeps equal ids of two organizations apart", async (store) => {
    const [acme, other] = [batchBuilder(store.storage, "acme"), batchBuilder(store.storage, "other")];
    const rows = [
      insert.member(aMember("ada")),
      insert.workspace(aWorkspace("lab")),
      insert.assignment(anAssignment("lab", "ada")),
    ];
    await acme.create({ writes: rows });
    await other.create({ writes: rows });
    const before = await loadWrittenRows(store, acme.organizationId);

    await other.commit({
      writes: [
        replace.organization(anOrganization({ name: "Other" })),
        replace.member(aMember("ada", { email: null })),
        replace.workspace(aWorkspace("lab", { name: "Other" })),
        replace.assignment(anAssignment("lab", "ada", { role: "admin" })),
      ],
    });
    equal(await loadWrittenRows(store, acme.organizationId), before);

    await other.commit({ writes: [remove.member("ada"), remove.assignment("lab", "ada")] });
    equal(await loadWrittenRows(store, acme.organizationId), before);
    equal((await loadWrittenRows(store, other.organizationId)).members, []);
  }),
];
