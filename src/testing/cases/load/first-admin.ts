import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { Write } from "../../../application/ports/write.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { userId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";

/** In byte order of id: Z, a, b, ä, 𝒜. In order of name key it is the other way round, and in UTF-16 the last is not last. */
const admins = ["\u{1d49c}", "\u{fb00}", "b", "a", "Z"].map((user, index) =>
  aMember(user, { role: "admin", nameKey: `name-${index}` }),
);
const others = ["0", "A"].map((user) => aMember(user, { nameKey: "0" }));
const held = [anAssignment("lab", "bo"), anAssignment("lab", "Z"), anAssignment("lab", "a", { role: "admin" })];

/** An organization with these rows, one per commit, so that a storage with low limits takes it too. */
async function filled(storage: RosterStorage, rows: readonly Write[]) {
  const acme = batchBuilder(storage);
  await acme.create({});
  for (const write of rows) await acme.commit({ writes: [write] });
  return acme;
}

/** Whom the load returns as the first admin, with what they hold in the workspaces of bo. */
async function firstAdmin(
  storage: Parameters<typeof loaded>[0],
  organizationId: Parameters<typeof loaded>[1],
  except: readonly string[],
) {
  const facts = await loaded(storage, organizationId, {
    firstAdminExcept: except.map(userId),
    allAssignmentsOf: [userId("bo")],
  });
  const ofOthers = facts.assignments.filter((assignment) => assignment.userId !== "bo");
  return { members: facts.members.map((member) => member.userId), assignments: ofOthers };
}

export const firstAdminCases = [
  storageCase(group, "returns the first organization admin by user id who is not excluded", async ({ storage }) => {
    const other = batchBuilder(storage, "other");
    await other.create({ writes: [insert.member(aMember("!", { role: "admin" }))] });
    const acme = await filled(storage, [...admins, ...others, aMember("bo")].map(insert.member));

    const order = ["Z", "a", "b", "\u{fb00}", "\u{1d49c}"];
    for (const [index, first] of order.entries()) {
      const { members } = await firstAdmin(storage, acme.organizationId, order.slice(0, index).concat("nobody"));
      equal(members, [first], `without ${JSON.stringify(order.slice(0, index))}`);
    }
    equal((await firstAdmin(storage, acme.organizationId, order)).members, []);
    equal((await firstAdmin(storage, batchBuilder(storage, "absent").organizationId, [])).members, []);
  }),

  storageCase(
    group,
    "returns the first admin's assignments in the workspaces of other users only",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      await acme.create({
        writes: [
          ...[...admins, aMember("bo")].map(insert.member),
          ...["lab", "ops"].map((workspace) => insert.workspace(aWorkspace(workspace))),
          ...[...held, anAssignment("ops", "a"), anAssignment("ops", "b")].map(insert.assignment),
        ],
      });

      equal(await firstAdmin(storage, acme.organizationId, ["Z"]), { members: ["a"], assignments: [held[2]] });
      equal(await firstAdmin(storage, acme.organizationId, []), { members: ["Z"], assignments: [held[1]] });
      equal(await firstAdmin(storage, acme.organizationId, ["Z", "a"]), { members: ["b"], assignments: [] });
    },
  ),

  storageCase(group, "returns the first admin once if they are needed for other reasons too", async ({ storage }) => {
    const acme = await filled(storage, [
      ...[...admins, aMember("bo")].map(insert.member),
      insert.workspace(aWorkspace("lab")),
      ...held.map(insert.assignment),
    ]);

    const facts = await loaded(storage, acme.organizationId, {
      members: [userId("Z")],
      anyMembers: 100,
      firstAdminExcept: [],
      allAssignmentsOf: [userId("Z"), userId("bo")],
      assignmentsInSameWorkspaces: [userId("Z")],
      assignments: [{ workspaceId: aWorkspace("lab").workspaceId, userIds: [userId("Z")] }],
    });

    equal(facts.members.length, admins.length + 1);
    equal(facts.assignments.length, 2);
  }),
];
