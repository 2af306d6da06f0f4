import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { item } from "../../lists/list-item.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, sortedFacts, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { together } from "../../fixtures/racing-writers.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore } from "../../lists/list-store.ts";
import { storageCase } from "../../storage-case.ts";

const users = ["ada", "bo", "reader"];

/** All parts of a need. Each loads something that no other part loads. */
const everything = need({
  command: commandKey("command-1"),
  members: [userId("ada")],
  anyMembers: 100,
  workspaces: [workspaceId("home")],
  workspaceNames: ["named"],
  workspacesNamedLike: [workspaceId("old")],
  assignments: [{ workspaceId: workspaceId("home"), userIds: [userId("bo")] }],
  allAssignmentsOf: [userId("ada")],
  assignmentsInSameWorkspaces: [userId("reader")],
  grantingEvents: true,
});

async function fill({ storage }: OpenStore) {
  const acme = batchBuilder(storage);
  const workspaces = ["home", "named", "same", "ada's"].map((id) => aWorkspace(id));
  const old = aWorkspace("old", { nameKey: "same", status: "archived" });
  await acme.create();
  await acme.commitWrites(users.map((user) => [insert.member(aMember(user))]));
  await acme.commit({ writes: [...workspaces, old].map(insert.workspace) });
  const held = [
    ["home", "bo"],
    ["ada's", "ada"],
    ["ada's", "reader"],
  ] as const;
  for (const [index, [workspace, user]] of held.entries()) {
    await acme.commit({
      writes: [insert.assignment(anAssignment(workspace, user, { sequence: index + 1 }))],
      newEvents: [workspaceMemberAdded(workspace, user)],
    });
  }
  return acme;
}

function racesOf(kind: ListKind) {
  return storageCase(
    `read: ${kind.name}`,
    "returns a page and its facts of one revision while others commit",
    async (store) => {
      const list = await listStore(kind, store.storage, []);
      let isOver = false;
      const writer = Promise.resolve()
        .then(async () => {
          for (let index = 1; index <= 40; index += 1) await list.add(item(`id-${index}`));
        })
        .finally(() => {
          isOver = true;
        });
      const readers = [store.storage, store.second].map(async (storage) => {
        const query = listQuery(list.builder.organizationId, { limit: 1_000 });
        do {
          const { facts, places } = await valueOf(kind.read(storage, query));
          equal(places.length, facts.revision - 1);
        } while (!isOver);
      });
      await together([writer, ...readers]);
    },
  );
}

export const factsWithPageCases = [
  ...listKinds.map((kind) =>
    storageCase(
      `read: ${kind.name}`,
      "returns all facts with a page that load returns, for every part of a need",
      async (store) => {
        const { organizationId } = await fill(store);

        const { facts } = await valueOf(kind.read(store.second, listQuery(organizationId, { need: everything })));

        equal(sortedFacts(facts), await loaded(store.storage, organizationId, everything));
        equal(
          [facts.members.length, facts.workspaces.length, facts.assignments.length, facts.grantingEvents.length],
          [3, 4, 3, 3],
        );
      },
    ),
  ),

  storageCase("events", "returns all facts with a page that load returns, for every part of a need", async (store) => {
    const { organizationId } = await fill(store);

    const { facts } = await valueOf(store.second.events(organizationId, 0, 1, eventsQuery({ need: everything })));

    equal(sortedFacts(facts), await loaded(store.storage, organizationId, everything));
    equal([facts.command?.key, facts.grantingEvents.length], ["command-1", 3]);
  }),

  ...listKinds.map(racesOf),
];
