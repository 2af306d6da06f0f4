import type { Facts, Need } from "../../../application/ports/need.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";
import { numbered } from "../chunks/chunk-sizes.ts";

const group = "load";

/** Of so many keys, only those at these places exist: first and last of 25, 100, 500 and 1,000, and their neighbors. */
const keys = numbered("k", 1_001);
const existing = [0, 24, 25, 26, 99, 100, 101, 499, 500, 999, 1_000].flatMap((place) => keys.slice(place, place + 1));
const twin = (key: string): string => `twin-${key}`;
const bo = userId("bo");

/**
 * For each existing key: a user with a role in the hall, and an active workspace in which bo has a role, with an archived
 * one of the same name.
 */
async function fill({ storage }: OpenStore): Promise<BatchBuilder> {
  const acme = batchBuilder(storage);
  await acme.create({
    writes: [
      insert.member(aMember("bo")),
      insert.workspace(aWorkspace("hall")),
      insert.assignment(anAssignment("hall", "bo")),
    ],
  });
  await acme.commitWrites(
    existing.map((key) => [
      insert.member(aMember(key)),
      insert.assignment(anAssignment("hall", key)),
      insert.workspace(aWorkspace(key)),
      insert.workspace(aWorkspace(twin(key), { nameKey: key, status: "archived" })),
    ]),
  );
  await acme.commitWrites(existing.map((key) => [insert.assignment(anAssignment(key, "bo"))]));
  return acme;
}

const memberIds = ({ members }: Facts): readonly string[] => members.map((each) => each.userId);
const workspaceIds = ({ workspaces }: Facts): readonly string[] => workspaces.map((each) => each.workspaceId);
const usersInHall = ({ assignments }: Facts): readonly string[] =>
  assignments.flatMap((each) => (each.workspaceId === "hall" && each.userId !== bo ? [each.userId] : []));
const placesOfBo = ({ assignments }: Facts): readonly string[] =>
  assignments.flatMap((each) => (each.userId === bo && each.workspaceId !== "hall" ? [each.workspaceId] : []));

/** Each way to name rows by many keys, and the keys that are found. */
const ways: readonly (readonly [
  name: string,
  need: (names: readonly string[]) => Partial<Need>,
  found: (facts: Facts) => readonly string[],
])[] = [
  ["members", (names) => ({ members: names.map(userId) }), memberIds],
  ["workspaces", (names) => ({ workspaces: names.map(workspaceId) }), workspaceIds],
  ["workspaceNames", (names) => ({ workspaceNames: names }), workspaceIds],
  ["workspacesNamedLike", (names) => ({ workspacesNamedLike: names.map(twin).map(workspaceId) }), workspaceIds],
  [
    "assignments of many users",
    (names) => ({ assignments: [{ workspaceId: workspaceId("hall"), userIds: names.map(userId) }] }),
    usersInHall,
  ],
  [
    "assignments in many workspaces",
    (names) => ({ assignments: names.map((name) => ({ workspaceId: workspaceId(name), userIds: [bo] })) }),
    placesOfBo,
  ],
  ["allAssignmentsOf", (names) => ({ allAssignmentsOf: names.map(userId) }), usersInHall],
  [
    "assignmentsInSameWorkspaces",
    (names) => ({ allAssignmentsOf: [bo], assignmentsInSameWorkspaces: names.map(userId) }),
    usersInHall,
  ],
];

export const scatteredKeysCases = [
  storageCase(
    group,
    "finds each row that exists of a thousand keys, once, in whatever order they come",
    async (store) => {
      const acme = await fill(store);
      const lists = [keys, keys.toReversed(), [...keys, ...existing], [...existing.slice(-1), ...keys, "k-none"]];

      for (const [name, needOf, found] of ways) {
        for (const list of lists) {
          const facts = await loaded(store.storage, acme.organizationId, needOf(list));
          equal(found(facts), existing, `${name}: ${list.length} keys`);
        }
      }
    },
  ),

  storageCase(group, "finds the only row that exists of two or three keys, be it first or last", async (store) => {
    const acme = await fill(store);
    const [there = "", also = ""] = existing;
    const lists = [
      [there, "none"],
      ["none", there],
      ["none", "no-one", there],
      [there, "none", "no-one"],
      ["none", there, "no-one"],
    ];

    for (const [name, needOf, found] of ways) {
      for (const list of lists) {
        equal(
          found(await loaded(store.storage, acme.organizationId, needOf(list))),
          [there],
          `${name}: ${list.join()}`,
        );
      }
      for (const list of [
        [there, also],
        ["none", there, also],
      ]) {
        const facts = await loaded(store.storage, acme.organizationId, needOf(list));
        equal(found(facts), [there, also], `${name}: ${list.join()}`);
      }
    }
  }),

  storageCase(group, "counts maxAssignments across all of a thousand users", async (store) => {
    const acme = await fill(store);
    const users = [...keys.map(userId), bo];
    const total = 2 * existing.length + 1;

    for (const most of [1, 2, existing.length, total - 1, total, total + 1]) {
      const facts = await loaded(store.storage, acme.organizationId, { allAssignmentsOf: users, maxAssignments: most });
      const pairs = new Set(facts.assignments.map((each) => `${each.workspaceId} ${each.userId}`));
      equal([facts.assignments.length, pairs.size], [Math.min(most, total), Math.min(most, total)]);
      equal(workspaceIds(facts), [...new Set(facts.assignments.map((each) => String(each.workspaceId)))].sort());
    }
  }),
];
