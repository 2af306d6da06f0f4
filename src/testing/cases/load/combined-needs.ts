import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, workspaceOf } from "../../builders/expected-rows.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { anAssignment, someTime } from "../../builders/records.ts";
import { insert, remove } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import { ada, bo, cy, lab, old, assignments, acme, fill, everything, organizationOnly } from "./loaded-organization.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";

export const combinedNeedsCases = [
  storageCase(group, "returns named members in addition to any members, each once", async (store) => {
    await fill(store);

    for (const { userId } of [ada, bo, cy]) {
      const { members } = await loaded(store.storage, acme, { anyMembers: 1, members: [userId] });
      equal(
        members.some((member) => member.userId === userId),
        true,
      );
      equal(new Set(members.map((member) => member.userId)).size, members.length);
      equal(members.length <= 2, true);
    }
    equal((await loaded(store.storage, acme, { anyMembers: 3, members: [bo.userId] })).members.length, 3);
  }),

  storageCase(group, "returns a workspace once if it is asked for by id and by name", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, {
      workspaces: [lab.workspaceId, old.workspaceId],
      workspaceNames: ["lab"],
      workspacesNamedLike: [lab.workspaceId, old.workspaceId, old.workspaceId],
    });

    equal(facts, { ...organizationOnly, workspaces: [workspaceOf(lab), workspaceOf(old)] });
  }),

  storageCase(group, "returns an assignment once if it is asked for by user and by workspace", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, {
      workspaces: [lab.workspaceId],
      assignments: [{ workspaceId: lab.workspaceId, userIds: [ada.userId, bo.userId] }],
      allAssignmentsOf: [ada.userId, bo.userId, ada.userId],
    });

    equal(facts, { ...organizationOnly, workspaces: [workspaceOf(lab), workspaceOf(old)], assignments });
  }),

  storageCase(group, "returns a row once, however often it is asked for", async (store) => {
    await fill(store);

    const facts = await loaded(store.storage, acme, {
      members: [ada.userId, ada.userId],
      workspaces: [lab.workspaceId, lab.workspaceId],
      workspaceNames: ["lab", "lab"],
      assignments: [
        { workspaceId: lab.workspaceId, userIds: [ada.userId, ada.userId] },
        { workspaceId: lab.workspaceId, userIds: [ada.userId, bo.userId] },
      ],
    });

    equal(facts, {
      ...organizationOnly,
      members: [memberOf(ada)],
      workspaces: [workspaceOf(lab)],
      assignments: [assignments[0], assignments[1]],
    });
  }),

  storageCase(group, "returns everything that one need asks for", async (store) => {
    await fill(store);

    const { command, ...facts } = await loaded(store.storage, acme, everything);

    equal(command?.key, "command-1");
    equal(
      { ...facts, command: null },
      {
        ...organizationOnly,
        members: [ada, bo, cy].map(memberOf),
        workspaces: [lab, old].map(workspaceOf),
        assignments,
      },
    );
  }),

  storageCase(
    group,
    "returns current rows with the record of a command, because a resend is authorized by them",
    async (store) => {
      const writer = batchBuilder(store.storage);
      const command = { key: commandKey("resent"), fingerprint: "0", outcome: "{}", at: someTime };
      await writer.create({ command, writes: [...[ada, bo].map(insert.member), insert.workspace(lab)] });
      await writer.commit({ writes: [remove.member("bo"), insert.assignment(anAssignment("lab", "ada"))] });

      const facts = await loaded(store.storage, acme, {
        command: command.key,
        members: [ada.userId, bo.userId],
        workspaces: [lab.workspaceId],
        assignments: [{ workspaceId: lab.workspaceId, userIds: [ada.userId, bo.userId] }],
      });

      equal(facts, {
        ...organizationOnly,
        revision: 2,
        command,
        members: [memberOf(ada)],
        workspaces: [workspaceOf(lab)],
        assignments: [anAssignment("lab", "ada")],
      });
    },
  ),

  storageCase(group, "accepts 10,000 keys of each kind", async (store) => {
    await fill(store);
    const keys = Array.from({ length: 10_000 }, (_, index) => (index === 7_777 ? "bo" : `nobody-${index}`));

    const facts = await loaded(store.storage, acme, {
      members: keys.map(userId),
      workspaces: [...keys.map(workspaceId), lab.workspaceId],
      workspaceNames: [...keys, "lab"],
      workspacesNamedLike: keys.map(workspaceId),
      assignments: [{ workspaceId: lab.workspaceId, userIds: keys.map(userId) }],
      allAssignmentsOf: keys.map(userId),
    });

    equal(facts, {
      ...organizationOnly,
      members: [memberOf(bo)],
      workspaces: [workspaceOf(lab), workspaceOf(old)],
      assignments: [assignments[1], assignments[2]],
    });
  }),
];
