import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, workspaceOf } from "../../builders/expected-rows.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, factsWith, loaded } from "../../expectations.ts";
import { ada, bo, cy, lab, old, assignments, acme, organizationOnly, fill, everything } from "./loaded-organization.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";

export const namedRowsCases = [
  storageCase(group, "returns revision 0 and no rows for an organization that does not exist", async ({ storage }) => {
    equal(await loaded(storage, acme), factsWith({}));
    equal(await loaded(storage, acme, everything), factsWith({}));
  }),

  storageCase(group, "returns the guard and the organization if nothing else is needed", async (store) => {
    await fill(store);

    equal(await loaded(store.storage, acme), organizationOnly);
  }),

  storageCase(group, "returns the named members and no others", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, { members: [bo.userId, userId("nobody"), ada.userId] });

    equal(facts, { ...organizationOnly, members: [memberOf(ada), memberOf(bo)] });
  }),

  storageCase(group, "returns the named workspaces, including archived ones", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, {
      workspaces: [old.workspaceId, workspaceId("x"), lab.workspaceId],
    });

    equal(facts, { ...organizationOnly, workspaces: [workspaceOf(lab), workspaceOf(old)] });
  }),

  storageCase(
    group,
    "returns active workspaces by name key, but no archived workspace with that name",
    async (store) => {
      await fill(store);

      equal(await loaded(store.storage, acme, { workspaceNames: ["lab"] }), {
        ...organizationOnly,
        workspaces: [workspaceOf(lab)],
      });
      equal(await loaded(store.storage, acme, { workspaceNames: ["LAB", "la", "lab ", "old"] }), organizationOnly);
    },
  ),

  storageCase(group, "returns the assignments of the named users in the workspaces named with them", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, {
      assignments: [
        { workspaceId: lab.workspaceId, userIds: [ada.userId, cy.userId] },
        { workspaceId: old.workspaceId, userIds: [bo.userId] },
        { workspaceId: workspaceId("x"), userIds: [ada.userId] },
        { workspaceId: lab.workspaceId, userIds: [] },
      ],
    });

    equal(facts, { ...organizationOnly, assignments: [assignments[0], assignments[2]] });
  }),

  storageCase(group, "returns the command of a key, or null", async (store) => {
    await fill(store);

    const { command } = await loaded(store.storage, acme, { command: commandKey("command-1") });

    equal(command?.key, "command-1");
    equal(await loaded(store.storage, acme, { command: commandKey("command-2") }), organizationOnly);
  }),

  storageCase(group, "returns any members, up to the number asked for", async (store) => {
    await fill(store);

    equal(await loaded(store.storage, acme, { anyMembers: 0 }), organizationOnly);
    equal((await loaded(store.storage, acme, { anyMembers: 2 })).members.length, 2);
    const all = { ...organizationOnly, members: [memberOf(ada), memberOf(bo), memberOf(cy)] };
    equal(await loaded(store.storage, acme, { anyMembers: 3 }), all);
    equal(await loaded(store.storage, acme, { anyMembers: 10_001 }), all);
  }),

  storageCase(group, "returns the active workspaces that have the name of an archived one", async (store) => {
    await fill(store);
    await batchBuilder(store.storage, "other").create({ writes: [insert.workspace(aWorkspace("lab"))] });

    const facts = await loaded(store.storage, acme, { workspacesNamedLike: [old.workspaceId, workspaceId("x")] });

    equal(facts, { ...organizationOnly, workspaces: [workspaceOf(lab)] });
  }),

  storageCase(
    group,
    "returns every assignment of a user with its workspace, including archived ones",
    async (store) => {
      await fill(store);
      await batchBuilder(store.storage, "other").create({
        writes: [
          insert.member(bo),
          insert.workspace(aWorkspace("moon")),
          insert.assignment(anAssignment("moon", "bo")),
        ],
      });

      const facts = await loaded(store.storage, acme, { allAssignmentsOf: [bo.userId, cy.userId, userId("nobody")] });

      equal(facts, {
        ...organizationOnly,
        workspaces: [workspaceOf(lab), workspaceOf(old)],
        assignments: [assignments[1], assignments[2]],
      });
      equal(await loaded(store.storage, acme, { allAssignmentsOf: [cy.userId] }), organizationOnly);
    },
  ),

  storageCase(
    group,
    "returns the assignments of other users in a user's workspaces, and no other assignments of theirs",
    async (store) => {
      await fill(store);

      const facts = await loaded(store.storage, acme, {
        allAssignmentsOf: [ada.userId],
        assignmentsInSameWorkspaces: [bo.userId, cy.userId, ada.userId, bo.userId],
      });

      equal(facts, {
        ...organizationOnly,
        workspaces: [workspaceOf(lab)],
        assignments: [assignments[0], assignments[1]],
      });
      equal(await loaded(store.storage, acme, { assignmentsInSameWorkspaces: [bo.userId] }), organizationOnly);
    },
  ),
];
