import type { Facts, Need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "load";
const users = ["ada", "bo", "heir"];
const workspaces = ["lab", "old", "web"];
const held = users.flatMap((user) => workspaces.map((workspace) => [workspace, user] as const));
const ofTwo = { allAssignmentsOf: [userId("ada"), userId("bo")] } satisfies Partial<Need>;
const inAll = 2 * workspaces.length;

async function fill({ storage }: OpenStore) {
  const writer = batchBuilder(storage);
  await writer.create({ writes: users.map((user) => insert.member(aMember(user))) });
  await writer.commit({
    writes: [
      ...workspaces.map((id) => insert.workspace(aWorkspace(id, { status: id === "old" ? "archived" : "active" }))),
      ...held.map(([workspace, user], index) =>
        insert.assignment(anAssignment(workspace, user, { sequence: index + 1 })),
      ),
    ],
    newEvents: held.map(([workspace, user]) => workspaceMemberAdded(workspace, user)),
  });
  return writer.organizationId;
}

const places = ({ assignments }: Facts): readonly string[] =>
  assignments.map((each) => `${each.workspaceId} ${each.userId}`).sort();

function areDistinctAndStored(facts: Facts): void {
  const stored = held.map(([workspace, user]) => `${workspace} ${user}`);
  equal([...new Set(places(facts))], places(facts));
  equal(
    places(facts).filter((place) => !stored.includes(place)),
    [],
  );
}

export const boundedAssignmentsCases = [
  storageCase(group, "returns no more than maxAssignments assignments, and only their workspaces", async (store) => {
    const acme = await fill(store);

    for (const most of [1, 4, inAll - 1]) {
      const facts = await loaded(store.storage, acme, { ...ofTwo, maxAssignments: most, grantingEvents: true });

      areDistinctAndStored(facts);
      equal([facts.assignments.length, facts.grantingEvents.length], [most, most]);
      const theirs = [...new Set(facts.assignments.map((each) => String(each.workspaceId)))].sort();
      equal(facts.workspaces.map((each) => String(each.workspaceId)).sort(), theirs);
    }
  }),

  storageCase(group, "returns every assignment of users who have no more than maxAssignments", async (store) => {
    const acme = await fill(store);

    for (const most of [inAll, inAll + 1, 50_000]) {
      const facts = await loaded(store.storage, acme, { ...ofTwo, maxAssignments: most });

      areDistinctAndStored(facts);
      equal([facts.assignments.length, facts.workspaces.length], [inAll, workspaces.length]);
    }
  }),

  storageCase(group, "returns named assignments in addition to bounded ones, each once", async (store) => {
    const acme = await fill(store);
    const named = workspaces.map((workspace) => ({
      workspaceId: workspaceId(workspace),
      userIds: [userId("bo"), userId("heir")],
    }));

    for (const most of [1, 2, 3, 4, 5]) {
      const facts = await loaded(store.storage, acme, { ...ofTwo, maxAssignments: most, assignments: named });

      areDistinctAndStored(facts);
      const ofNamed = places(facts).filter((place) => !place.endsWith(" ada"));
      equal(ofNamed.length, inAll);
      equal(facts.assignments.length <= inAll + most, true);
    }
  }),

  storageCase(
    group,
    "returns assignments of other users only in the workspaces of the bounded assignments",
    async (store) => {
      const acme = await fill(store);
      const beside = {
        allAssignmentsOf: [userId("ada")],
        assignmentsInSameWorkspaces: [userId("heir"), userId("ada")],
      } satisfies Partial<Need>;

      const facts = await loaded(store.storage, acme, { ...beside, maxAssignments: 2 });

      areDistinctAndStored(facts);
      const placesOf = (user: string) => places(facts).filter((place) => place.endsWith(` ${user}`));
      equal(
        placesOf("heir").map((place) => place.replace("heir", "ada")),
        placesOf("ada"),
      );
      equal(facts.assignments.length, 4);
    },
  ),
];
