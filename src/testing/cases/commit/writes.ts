import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, workspaceOf } from "../../builders/expected-rows.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, factsWith, loaded } from "../../expectations.ts";
import { loadWrittenRows } from "./load-written-rows.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: writes";

export const writesCases = [
  storageCase(group, "stores new rows of every table", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({
      writes: [
        insert.member(aMember("ada", { role: "admin" })),
        insert.workspace(aWorkspace("lab", { roleCounts: [["admin", 1]] })),
        insert.assignment(anAssignment("lab", "ada", { role: "admin", sequence: 4 })),
      ],
    });

    equal(
      await loadWrittenRows(store, acme.organizationId),
      factsWith({
        revision: 1,
        organization: anOrganization(),
        members: [memberOf(aMember("ada", { role: "admin" }))],
        workspaces: [workspaceOf(aWorkspace("lab", { roleCounts: [["admin", 1]] }))],
        assignments: [anAssignment("lab", "ada", { role: "admin", sequence: 4 })],
      }),
    );
  }),

  storageCase(group, "replaces every field of the rows of every table", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({
      writes: [
        insert.member(aMember("ada")),
        insert.workspace(aWorkspace("lab")),
        insert.assignment(anAssignment("lab", "ada")),
      ],
    });
    const organization = {
      name: "New",
      memberCount: 5,
      adminCount: 4,
      activeWorkspaceCount: 3,
      createdAt: "2031-01-01T00:00:00.000Z",
    };
    const member = aMember("ada", {
      role: "billing",
      displayName: "Ada L.",
      email: null,
      nameKey: "ada l.",
      words: ["l."],
    });
    const workspace = aWorkspace("lab", {
      name: "Lab 2",
      description: "Second",
      status: "archived",
      roleCounts: [
        ["admin", 2],
        ["member", 3],
      ],
      createdAt: "2032-01-01T00:00:00.000Z",
      nameKey: "lab 2",
      words: ["2"],
    });
    const assignment = anAssignment("lab", "ada", { role: "admin", sequence: 77 });

    await acme.commit({
      writes: [
        replace.organization(organization),
        replace.member(member),
        replace.workspace(workspace),
        replace.assignment(assignment),
      ],
    });

    equal(
      await loadWrittenRows(store, acme.organizationId),
      factsWith({
        revision: 2,
        organization,
        members: [memberOf(member)],
        workspaces: [workspaceOf(workspace)],
        assignments: [assignment],
      }),
    );
  }),

  storageCase(group, "leaves rows unchanged that a batch does not name", async (store) => {
    const acme = batchBuilder(store.storage);
    const [ada, bo] = [aMember("ada"), aMember("bo")];
    await acme.create({
      writes: [
        ...[ada, bo].map(insert.member),
        insert.workspace(aWorkspace("lab")),
        insert.assignment(anAssignment("lab", "ada")),
        insert.assignment(anAssignment("lab", "bo")),
      ],
    });

    await acme.commit({
      writes: [
        replace.member({ ...ada, role: "billing" }),
        replace.assignment(anAssignment("lab", "bo", { role: "admin" })),
      ],
    });

    const { members, assignments } = await loadWrittenRows(store, acme.organizationId);
    equal(members, [memberOf({ ...ada, role: "billing" }), memberOf(bo)]);
    equal(assignments, [anAssignment("lab", "ada"), anAssignment("lab", "bo", { role: "admin" })]);
  }),

  storageCase(
    group,
    "deletes one assignment, and keeps the member, the workspace and other assignments",
    async (store) => {
      const acme = batchBuilder(store.storage);
      await acme.create({
        writes: [
          ...["ada", "bo"].map((user) => insert.member(aMember(user))),
          ...["lab", "shop"].map((workspace) => insert.workspace(aWorkspace(workspace))),
          ...["lab", "shop"].map((workspace) => insert.assignment(anAssignment(workspace, "ada"))),
          insert.assignment(anAssignment("lab", "bo")),
        ],
      });

      await acme.commit({ writes: [remove.assignment("lab", "ada")] });

      const { members, assignments } = await loaded(store.second, acme.organizationId, {
        anyMembers: 9,
        assignments: ["lab", "shop"].map((workspace) => ({
          workspaceId: aWorkspace(workspace).workspaceId,
          userIds: [aMember("ada").userId, aMember("bo").userId],
        })),
      });
      equal(members.length, 2);
      equal(assignments, [anAssignment("lab", "bo"), anAssignment("shop", "ada")]);
    },
  ),

  storageCase(group, "deletes a member with their assignments, and stores both again later", async (store) => {
    const acme = batchBuilder(store.storage);
    const rows = [insert.member(aMember("bo")), insert.assignment(anAssignment("lab", "bo"))];
    await acme.create({ writes: [...rows, insert.member(aMember("ada")), insert.workspace(aWorkspace("lab"))] });

    await acme.commit({ writes: [remove.member("bo"), remove.assignment("lab", "bo")] });
    const without = await loadWrittenRows(store, acme.organizationId);
    equal([without.members, without.assignments], [[memberOf(aMember("ada"))], []]);

    await acme.commit({ writes: rows });
    const again = await loadWrittenRows(store, acme.organizationId);
    equal(again.members, [memberOf(aMember("ada")), memberOf(aMember("bo"))]);
    equal(again.assignments, [anAssignment("lab", "bo")]);
  }),

  storageCase(group, "applies inserts, replacements and deletions of every table in one batch", async (store) => {
    const acme = batchBuilder(store.storage);
    await acme.create({
      writes: [
        ...["ada", "bo"].map((user) => insert.member(aMember(user))),
        insert.workspace(aWorkspace("lab")),
        ...["ada", "bo"].map((user) => insert.assignment(anAssignment("lab", user))),
      ],
    });

    await acme.commit({
      writes: [
        replace.organization(anOrganization({ name: "Two" })),
        insert.member(aMember("cy")),
        replace.member(aMember("ada", { email: null })),
        remove.member("bo"),
        insert.workspace(aWorkspace("shop")),
        replace.workspace(aWorkspace("lab", { name: "LAB" })),
        insert.assignment(anAssignment("shop", "cy")),
        replace.assignment(anAssignment("lab", "ada", { role: "admin" })),
        remove.assignment("lab", "bo"),
      ],
    });

    const facts = await loadWrittenRows(store, acme.organizationId);
    equal(facts.organization?.name, "Two");
    equal(facts.members, [memberOf(aMember("ada", { email: null })), memberOf(aMember("cy"))]);
    equal(facts.workspaces, [workspaceOf(aWorkspace("lab", { name: "LAB" }))]);
    equal(facts.assignments, [anAssignment("lab", "ada", { role: "admin" })]);
  }),
];
