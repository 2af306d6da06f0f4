import type { Facts } from "../../../application/ports/need.ts";
import { nextTurn } from "../../../application/ports/timer.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { committed, equal, loaded, valueOf } from "../../expectations.ts";
import { together } from "../../fixtures/racing-writers.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";
import { numbered } from "./chunk-sizes.ts";
import { changesWithin, firstStep, type Picture } from "./plan.ts";

const lab = workspaceId("lab");
const all = { users: numbered("user", 102), places: numbered("place", 502) };
const some = [0, 24, 25, 99, 100, 101];
const sample = {
  users: some.flatMap((place) => all.users.slice(place, place + 1)),
  places: [...some, 499, 500, 501].flatMap((place) => all.places.slice(place, place + 1)),
};

/** The pairs of the map, or of some of its keys. */
function pairs(map: ReadonlyMap<string, string>, some: readonly string[] = [...map.keys()]): readonly unknown[] {
  return some.flatMap((key) => (map.has(key) ? [[key, map.get(key)]] : []));
}

/** The ways to read a part of the organization. Each compares what it read with the picture of the revision that it returned. */
function readersOf({ second }: OpenStore, pictures: readonly Picture[]): readonly (() => Promise<void>)[] {
  const { organizationId } = batchBuilder(second);
  const query = listQuery(organizationId, { limit: 9_999 });
  const same = (facts: Facts, seen: (picture: Picture) => readonly [actual: unknown, expected: unknown]): void => {
    const { revision } = facts;
    const picture = pictures[revision];
    if (picture === undefined) throw new Error(`There is no revision ${revision}.`);
    const [actual, expected] = seen(picture);
    const { lastSequence, organization } = facts;
    equal(
      { revision, lastSequence, organization: organization?.name, seen: actual },
      { revision, lastSequence: picture.lastSequence, organization: picture.organization, seen: expected },
    );
  };

  const load = async ({ users, places }: typeof all): Promise<void> => {
    const newest = pictures.length - 1;
    const facts = await loaded(second, organizationId, {
      command: commandKey(`command-${newest}`),
      members: users.map(userId),
      workspaces: places.map(workspaceId),
      assignments: [
        { workspaceId: lab, userIds: users.map(userId) },
        ...places.map((place) => ({ workspaceId: workspaceId(place), userIds: [userId("bo")] })),
      ],
    });
    same(facts, (picture) => {
      const [inLab, elsewhere] = [pairs(picture.people, users), pairs(picture.places, places)];
      return [
        [
          facts.command !== null,
          facts.members.map((each) => [each.userId, each.displayName]),
          facts.workspaces.map((each) => [each.workspaceId, each.name]),
          facts.assignments.map((each) => [each.workspaceId === lab ? each.userId : each.workspaceId, each.role]),
        ],
        [facts.revision >= newest, inLab, elsewhere, [...inLab, ...elsewhere]],
      ];
    });
  };
  let batchesSeen = 0;

  return [
    () => load(sample),
    async () => {
      // Once for each batch, because it takes long.
      if (pictures.length === batchesSeen) return;
      batchesSeen = pictures.length;
      await load(all);
    },
    async () => {
      const { facts, rows } = await valueOf(second.read.organizationMembers({ ...query, role: null }, {}));
      same(facts, ({ people }) => [rows.slice(1).map((row) => [row.userId, row.displayName]), pairs(people)]);
    },
    async () => {
      const { facts, rows } = await valueOf(
        second.read.workspaceMembers({ ...query, workspaceId: lab, role: null }, {}),
      );
      same(facts, ({ people }) => [
        rows.map((row) => [row.userId, row.displayName, row.workspaceRole]),
        [...people].map(([user, text]) => [user, text, text]),
      ]);
    },
    async () => {
      const { facts, rows } = await valueOf(second.read.candidates({ ...query, workspaceId: lab }, {}));
      same(facts, ({ people }) => [
        rows.slice(1).map((row) => [row.userId, row.displayName, row.workspaceRole]),
        [...people].map(([user, text]) => [user, text, text]),
      ]);
    },
    async () => {
      const { facts, rows } = await valueOf(second.read.workspaces({ ...query, includeArchived: true }, {}));
      same(facts, ({ places }) => [rows.slice(1).map((row) => [row.workspaceId, row.name]), pairs(places)]);
    },
    async () => {
      const { facts, rows } = await valueOf(second.read.workspacesOf({ ...query, userId: userId("bo") }, {}));
      same(facts, ({ places }) => [
        rows.map((row) => [row.workspaceId, row.name, row.role]),
        [...places].map(([place, text]) => [place, text, text]),
      ]);
    },
    async () => {
      const after = pictures.at(-2)?.lastSequence ?? 0;
      const { facts, rows } = await valueOf(second.events(organizationId, after, 9_999, eventsQuery()));
      same(facts, ({ lastSequence }) => [
        rows.map(({ sequence }) => sequence),
        Array.from({ length: lastSequence - after }, (_, index) => after + 1 + index),
      ]);
    },
  ];
}

export const seenWholeCases = [
  storageCase(
    "large batches",
    "shows no reader a part of a batch, in no load, list or page of events",
    async (store) => {
      const { storage } = store;
      const acme = batchBuilder(storage);
      const pictures: Picture[] = [{ ...firstStep.picture, organization: "" }, firstStep.picture];
      await acme.commit(firstStep);
      let committing = true;

      const writing = async (): Promise<void> => {
        for (const change of changesWithin(storage.limits)) {
          const step = change(pictures.at(-1) ?? firstStep.picture, `v${pictures.length}`);
          const batch = acme.next(step);
          pictures.push(step.picture);
          // From now on readers ask for the command.
          await nextTurn();
          await committed(storage, batch);
          acme.continueAfter(batch);
        }
      };
      const readers = readersOf(store, pictures);
      const reading = async (read: () => Promise<void>): Promise<void> => {
        do {
          await read();
          await nextTurn();
        } while (committing);
      };
      await together([
        writing().finally(() => {
          committing = false;
        }),
        ...readers.map(reading),
      ]);
      for (const read of readers) await read();
      equal((await loaded(storage, acme.organizationId)).revision, pictures.length - 1);
    },
  ),
];
