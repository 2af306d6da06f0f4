import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

/** More than a limit that a store might add to its reads, and few enough to store at once. */
const many = 1_200;
const numbered = (prefix: string, count = many) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(5, "0")}`);

/** Reads that find more rows than other cases store. The port has no limits except those that the caller gives. */
export const manyRowsCases = [
  storageCase(
    "load",
    "returns every role and workspace of a user who has many, and another user's roles there",
    async (store) => {
      const acme = batchBuilder(store.storage);
      const places = numbered("place");
      await acme.create({ writes: ["bo", "heir"].map((user) => insert.member(aMember(user))) });
      await acme.commitWrites(places.map((place) => [insert.workspace(aWorkspace(place))]));
      for (const user of ["bo", "heir"]) {
        await acme.commitWrites(places.map((place) => [insert.assignment(anAssignment(place, user))]));
      }

      const own = await loaded(store.storage, acme.organizationId, { allAssignmentsOf: [userId("bo")] });
      const both = await loaded(store.second, acme.organizationId, {
        allAssignmentsOf: [userId("bo")],
        assignmentsInSameWorkspaces: [userId("heir")],
      });

      equal([own.assignments.length, own.workspaces.length], [many, many]);
      equal([both.assignments.length, both.workspaces.length], [2 * many, many]);
    },
  ),

  storageCase(
    "load",
    "finds the last of many workspaces by its name, and by the id of another with the same name",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const places = numbered("place");
      const last = places.at(-1) ?? "";
      await acme.create({ writes: [insert.workspace(aWorkspace("a-twin", { nameKey: last, status: "archived" }))] });
      await acme.commitWrites(places.map((place) => [insert.workspace(aWorkspace(place))]));

      for (const need of [{ workspaceNames: [last] }, { workspacesNamedLike: [workspaceId("a-twin")] }]) {
        const { workspaces } = await loaded(storage, acme.organizationId, need);
        equal(
          workspaces.map((workspace) => String(workspace.workspaceId)),
          [last],
        );
      }
    },
  ),

  storageCase("load", "returns the granting events of many assignments", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const users = numbered("user");
    await acme.create({ writes: [insert.workspace(aWorkspace("lab"))] });
    await acme.commitWrites(
      users.map((user, index) => [
        insert.member(aMember(user)),
        insert.assignment(anAssignment("lab", user, { sequence: index + 1 })),
      ]),
    );
    await acme.commitEvents(users.map((user) => workspaceMemberAdded("lab", user)));

    const { assignments, grantingEvents: grants } = await loaded(storage, acme.organizationId, {
      assignments: [{ workspaceId: workspaceId("lab"), userIds: users.map(userId) }],
      grantingEvents: true,
    });

    equal([assignments.length, grants.length], [many, many]);
  }),

  storageCase("events", "finds one event after thousands that do not match", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    await acme.commitEvents([
      ...numbered("user", 3 * many).map((user) => workspaceMemberAdded("shop", user)),
      workspaceMemberAdded("lab", "zoe"),
    ]);

    for (const part of [{ userId: userId("zoe") }, { workspaceId: workspaceId("lab") }]) {
      const { rows } = await valueOf(storage.events(acme.organizationId, 0, 2, eventsQuery(part)));
      equal(
        rows.map(({ sequence }) => sequence),
        [3 * many + 1],
      );
    }
  }),

  storageCase(
    "read: workspaceMembers",
    "returns the role of the last of thousands of members, as candidates does",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const users = numbered("user", 3 * many);
      const [before = "", last = ""] = users.slice(-2);
      await acme.create({ writes: [insert.workspace(aWorkspace("lab"))] });
      await acme.commitWrites(
        users.map((user) => [
          insert.member(aMember(user)),
          insert.assignment(anAssignment("lab", user, { role: user === last ? "admin" : "member" })),
        ]),
      );
      const after = { nameKey: before, id: before };
      const query = { ...listQuery(acme.organizationId), workspaceId: workspaceId("lab") };

      const pages = [
        await valueOf(storage.read.workspaceMembers({ ...query, after, role: null }, {})),
        await valueOf(storage.read.workspaceMembers({ ...query, role: "admin" }, {})),
        await valueOf(storage.read.candidates({ ...query, after }, {})),
      ];

      const row = [last, "admin"];
      equal(
        pages.map(({ rows }) => rows.map((each) => [String(each.userId), each.workspaceRole])),
        [[row], [row], [row]],
      );
    },
  ),

  storageCase("pruneCommandRecords", "deletes many at once if the limit allows it", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const count = 150;
    for (let index = 1; index < count; index += 1) await acme.commit();

    equal(await valueOf(storage.pruneCommandRecords("2999-01-01T00:00:00.000Z", 1_000, {})), { deleted: count });
    equal((await loaded(storage, acme.organizationId, { command: commandKey("command-1") })).command, null);
  }),
];
