import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { need } from "../../../application/ports/need.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { equal, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import type { Operation } from "../../reference/operation.ts";
import { raceOn } from "../../races/race.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const largest = 500;
const inOrder = 40;

/** This many users, or fewer if the store accepts fewer in one command. */
function crowd({ storage }: OpenStore, most: number): readonly string[] {
  const size = Math.min(most, storage.limits.members);
  return Array.from({ length: size }, (_, index) => `user-${String(index).padStart(3, "0")}`);
}

const set = (organizationId: string, userIds: readonly string[], role: string): Operation => ({
  name: "setMembers",
  input: {
    organizationId,
    workspaceId: "lab",
    actor: { system: "scim" },
    members: userIds.map((user) => ({ userId: user, role })),
  },
});

const remove = (organizationId: string, userIds: readonly string[]): Operation => ({
  name: "removeMembers",
  input: { organizationId, workspaceId: "lab", actor: { system: "scim" }, userIds },
});

/** How many of the batch's users each kind of read shows in the workspace. */
async function counts(
  storage: RosterStorage,
  organizationId: OrganizationId,
  users: readonly string[],
): Promise<readonly number[]> {
  const wanted = need({ assignments: [{ workspaceId: workspaceId("lab"), userIds: users.map(userId) }] });
  const query = { ...listQuery(organizationId, { limit: 2 * largest, need: wanted }), workspaceId: workspaceId("lab") };
  const listed = await valueOf(storage.read.workspaceMembers({ ...query, role: null }, {}));
  const candidates = await valueOf(storage.read.candidates(query, {}));
  const told = await valueOf(storage.events(organizationId, 0, 10 * largest, eventsQuery({ need: wanted })));
  const isOfCrowd = (row: object): boolean => "userId" in row && users.includes(String(row.userId));
  const added = told.rows.filter((event) => event.type === "workspace.member.added" && isOfCrowd(event)).length;
  const removed = told.rows.filter((event) => event.type === "workspace.member.removed" && isOfCrowd(event)).length;
  return [
    listed.rows.filter(isOfCrowd).length,
    listed.facts.assignments.length,
    candidates.rows.filter((row) => isOfCrowd(row) && row.workspaceRole !== null).length,
    candidates.facts.assignments.length,
    added - removed,
    told.facts.assignments.length,
  ];
}

export const batchesCases = [
  storageCase(group, "AN9 partial batch: a reader sees all of a large batch or nothing", (store) => {
    const users = crowd(store, largest);
    return raceOn(
      store,
      {
        extraUserIds: users,
        commands: (id) => [[set(id, users, "member"), remove(id, users)]],
        async meanwhile(organizationId, isOver) {
          do {
            for (const storage of [store.storage, store.second]) {
              const seen = await counts(storage, organizationId, users);
              equal(
                seen.filter((count) => count !== 0 && count !== users.length),
                [],
                `${seen.join(", ")} of ${users.length} users`,
              );
            }
            await new Promise(setImmediate);
          } while (!isOver());
        },
      },
      ({ answers }) => {
        equal(
          answers.map(({ value }) => "done" in value),
          [true, true],
        );
      },
    );
  }),

  storageCase(group, "AN10 deadlock: batches that name the same users in opposite order both succeed", (store) => {
    const users = crowd(store, inOrder);
    return raceOn(
      store,
      { extraUserIds: users, commands: (id) => [set(id, users, "admin"), set(id, users.toReversed(), "member")] },
      ({ fates }) => {
        equal(fates, ["done", "done"]);
      },
    );
  }),
];
