import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { conflicting, equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "large batches";

/** As many users as one command may name in this store. */
function users(members: number): readonly string[] {
  return Array.from({ length: Math.min(members, 10_000) }, (_, index) => `user-${String(index).padStart(5, "0")}`);
}

export const batchesCases = [
  storageCase(group, "applies one row more than a command may name users, with an event for each", async (store) => {
    const { storage, second } = store;
    const ids = users(storage.limits.members);
    const acme = batchBuilder(storage);

    await acme.create({ writes: ids.map((id) => insert.member(aMember(id))), newEvents: ids.map(memberAdded) });

    const { lastSequence, members } = await loaded(second, acme.organizationId, { anyMembers: ids.length + 1 });
    equal([lastSequence, members.length], [ids.length, ids.length]);
    const after = { nameKey: ids.at(-2) ?? "", id: ids.at(-2) ?? "" };
    const query = { ...listQuery(acme.organizationId, { after }), role: null };
    const { rows } = await valueOf(storage.read.organizationMembers(query, {}));
    equal(
      rows.map(({ userId }) => String(userId)),
      [ids.at(-1)],
    );
  }),

  storageCase(group, "assigns, changes and removes as many users as a command may name", async ({ storage }) => {
    const ids = users(storage.limits.members);
    const acme = batchBuilder(storage);
    await acme.create({ writes: ids.map((id) => insert.member(aMember(id))) });
    await acme.commit({
      writes: [insert.workspace(aWorkspace("lab")), ...ids.map((id) => insert.assignment(anAssignment("lab", id)))],
    });
    const need = {
      assignments: [{ workspaceId: aWorkspace("lab").workspaceId, userIds: ids.map((id) => aMember(id).userId) }],
    };

    await acme.commit({ writes: ids.map((id) => replace.assignment(anAssignment("lab", id, { role: "admin" }))) });
    const { assignments } = await loaded(storage, acme.organizationId, need);
    equal(assignments.filter(({ role }) => role === "admin").length, ids.length);

    await acme.commit({ writes: ids.flatMap((id) => [remove.assignment("lab", id), remove.member(id)]) });
    const after = await loaded(storage, acme.organizationId, { ...need, anyMembers: 1 });
    equal([after.assignments, after.members], [[], []]);
  }),

  storageCase(group, "applies nothing of a large batch whose last row is not as expected", async ({ storage }) => {
    const ids = users(storage.limits.members);
    const acme = batchBuilder(storage);
    await acme.create();

    await conflicting(
      storage,
      acme.next({
        writes: [
          replace.organization(anOrganization({ memberCount: ids.length })),
          ...ids.slice(1).map((id) => insert.member(aMember(id))),
          replace.member(aMember("zzz")),
        ],
        newEvents: ids.slice(1).map(memberAdded),
      }),
    );

    const { revision, lastSequence, members } = await loaded(storage, acme.organizationId, { anyMembers: 9 });
    equal([revision, lastSequence, members], [1, 0, []]);
  }),
];
