import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { Need } from "../../../application/ports/need.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded, workspaceCreated, workspaceMemberAdded } from "../../builders/new-events.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";
const inLab = { assignments: [{ workspaceId: workspaceId("lab"), userIds: [userId("ada"), userId("bo")] }] };

/** Events 1 to 5. The last two granted the assignments of ada and bo. */
async function fill(
  { storage }: OpenStore,
  id = "acme",
): Promise<{ readonly acme: BatchBuilder; readonly batch: CommitBatch }> {
  const acme = batchBuilder(storage, id);
  const batch = await acme.create({
    writes: [
      ...["ada", "bo"].map((user) => insert.member(aMember(user))),
      insert.workspace(aWorkspace("lab")),
      insert.assignment(anAssignment("lab", "ada", { sequence: 4 })),
      insert.assignment(anAssignment("lab", "bo", { sequence: 5 })),
    ],
    newEvents: [
      ...["ada", "bo"].map(memberAdded),
      workspaceCreated("lab"),
      ...["ada", "bo"].map((user) => workspaceMemberAdded("lab", user)),
    ],
    envelope: { actor: { system: id } },
  });
  return { acme, batch };
}

export const grantingEventsCases = [
  storageCase(group, "returns the granting event of each assignment as it was stored", async (store) => {
    const { acme, batch } = await fill(store);
    const grantsFor = async (parts: Parameters<typeof loaded>[2]) =>
      (await loaded(store.second, acme.organizationId, { ...parts, grantingEvents: true })).grantingEvents;

    equal(await grantsFor(inLab), batch.events.slice(3));
    equal(await grantsFor({ allAssignmentsOf: [userId("bo")] }), batch.events.slice(4));
    equal(await grantsFor({ anyMembers: 9, workspaces: [workspaceId("lab")] }), []);
  }),

  storageCase(group, "returns no granting events unless they are asked for", async (store) => {
    const { acme } = await fill(store);

    const facts = await loaded(store.storage, acme.organizationId, { ...inLab, allAssignmentsOf: [userId("ada")] });

    equal([facts.assignments.length, facts.grantingEvents], [2, []]);
  }),

  storageCase(group, "returns a granting event once if its assignment is asked for twice", async (store) => {
    const { acme, batch } = await fill(store);

    const parts = {
      ...inLab,
      allAssignmentsOf: ["bo", "ada", "bo"].map(userId),
      grantingEvents: true,
    } satisfies Partial<Need>;

    equal((await loaded(store.storage, acme.organizationId, parts)).grantingEvents, batch.events.slice(3));
  }),

  storageCase(group, "returns the granting event of a changed role, and none of a removed one", async (store) => {
    const { acme } = await fill(store);
    const { events } = await acme.commit({
      writes: [
        replace.assignment(anAssignment("lab", "ada", { role: "admin", sequence: 6 })),
        remove.assignment("lab", "bo"),
      ],
      newEvents: [
        {
          type: "workspace.member.role_changed",
          workspaceId: workspaceId("lab"),
          userId: userId("ada"),
          role: "admin",
          previousRole: "member",
        },
        { type: "workspace.member.removed", workspaceId: workspaceId("lab"), userId: userId("bo"), role: "member" },
      ],
    });

    const { grantingEvents: grants } = await loaded(store.storage, acme.organizationId, {
      ...inLab,
      grantingEvents: true,
    });

    equal(grants, events.slice(0, 1));
  }),

  storageCase(group, "returns granting events only of the given organization", async (store) => {
    const [acme, other] = [await fill(store, "acme"), await fill(store, "other")];

    for (const { acme: writer, batch } of [acme, other]) {
      const { grantingEvents: grants } = await loaded(store.storage, writer.organizationId, {
        ...inLab,
        grantingEvents: true,
      });
      equal(grants, batch.events.slice(3));
    }
  }),
];
