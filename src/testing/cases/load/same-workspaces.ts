import type { Need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { userId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";
const held = [
  anAssignment("lab", "bo", { sequence: 1 }),
  anAssignment("lab", "heir", { sequence: 2 }),
  anAssignment("old", "bo", { sequence: 3 }),
  anAssignment("old", "heir", { sequence: 4 }),
];

async function fill({ storage }: OpenStore, id: string) {
  const writer = batchBuilder(storage, id);
  await writer.create({ writes: ["bo", "heir"].map((user) => insert.member(aMember(user))) });
  await writer.commit({
    writes: [
      insert.workspace(aWorkspace("lab")),
      insert.workspace(aWorkspace("old", { status: "archived" })),
      ...held.map(insert.assignment),
    ],
    newEvents: held.map(({ workspaceId, userId: user }) => workspaceMemberAdded(workspaceId, user)),
  });
  return writer;
}

const beside = {
  allAssignmentsOf: [userId("bo")],
  assignmentsInSameWorkspaces: [userId("heir")],
} satisfies Partial<Need>;

export const sameWorkspacesCases = [
  storageCase(
    group,
    "returns the assignments of other users in a user's archived workspaces too, with their granting events",
    async (store) => {
      const acme = await fill(store, "acme");

      const { assignments, grantingEvents: grants } = await loaded(store.storage, acme.organizationId, {
        ...beside,
        grantingEvents: true,
      });

      equal(assignments, held);
      equal(
        grants.map(({ sequence }) => sequence),
        [1, 2, 3, 4],
      );
    },
  ),

  storageCase(group, "looks for assignments of other users only in the given organization", async (store) => {
    const other = batchBuilder(store.storage, "other");
    await other.create({
      writes: [
        ...["bo", "heir"].map((user) => insert.member(aMember(user))),
        insert.workspace(aWorkspace("lab")),
        insert.assignment(anAssignment("lab", "bo")),
      ],
    });
    await fill(store, "acme");

    const { assignments } = await loaded(store.storage, other.organizationId, beside);

    equal(assignments, [anAssignment("lab", "bo")]);
  }),

  storageCase(group, "looks for 10,000 other users in a user's workspaces", async (store) => {
    const acme = await fill(store, "acme");
    const keys = Array.from({ length: 10_000 }, (_, index) => userId(index === 7_777 ? "heir" : `nobody-${index}`));

    const facts = await loaded(store.storage, acme.organizationId, { ...beside, assignmentsInSameWorkspaces: keys });

    equal(facts.assignments, held);
  }),
];
