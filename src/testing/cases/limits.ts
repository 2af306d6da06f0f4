import { createRoster } from "../../application/create-roster.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { organizationId } from "../builders/ids.ts";
import { equal, loaded } from "../expectations.ts";
import { storageCase } from "../storage-case.ts";

const group = "limits";
const acme = organizationId("acme");
const actor = { userId: "owner" };
const owner = { userId: "owner", displayName: "Owner" };
const largest = 10_000;

function named(
  count: number,
): readonly { readonly userId: string; readonly role: "member"; readonly displayName: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    userId: `user-${index}`,
    role: "member",
    displayName: `User ${index}`,
  }));
}

export const limitsCases = [
  storageCase(group, "declares how many users one command may change, from 1 to 10,000", ({ storage, second }) => {
    const { members } = storage.limits;
    equal([Number.isInteger(members), members >= 1, members <= largest], [true, true, true], `${members} is no limit.`);
    equal(second.limits, storage.limits);
    return Promise.resolve();
  }),

  storageCase(group, "has one user more refused before it is touched", async ({ storage }) => {
    const { members: limit } = storage.limits;
    const { storage: watched, calls } = counted(storage);
    const roster = createRoster({ storage: watched });
    const count = limit + 1;

    const results = [
      await roster.addOrganizationMembers({ organizationId: acme, actor, members: named(count) }),
      await roster.removeOrganizationMembers({
        organizationId: acme,
        actor,
        userIds: named(count).map(({ userId }) => userId),
      }),
    ];

    const refusal = { code: "too_many_members", limit, count };
    equal(
      results.map((result) => result.isErr() && result.error),
      [refusal, refusal],
    );
    equal(calls(), 0);
  }),

  storageCase(group, "takes as many users in one command as it declares", async ({ storage, second }) => {
    const { members: limit } = storage.limits;
    const members = named(limit);
    const roster = createRoster({ storage });
    const lab = { organizationId: acme, workspaceId: "lab", actor };
    equal((await roster.createOrganization({ organizationId: acme, name: "Acme", owner })).isOk(), true);
    equal((await roster.createWorkspace({ ...lab, name: "Lab" })).isOk(), true);

    const joined = await roster.addOrganizationMembers({ organizationId: acme, actor, members });
    const added = await roster.addMembers({
      ...lab,
      members: members.map(({ userId }) => ({ userId, role: "member" })),
    });

    equal(joined.isErr() ? joined.error.code : joined.value.added.length, limit);
    equal(added.isErr() ? added.error.code : added.value.added.length, limit);
    equal((await loaded(second, acme)).organization?.memberCount, limit + 1);
  }),
];

/** The storage with a count of the loads and commits that reach it. */
function counted(storage: RosterStorage): { readonly storage: RosterStorage; readonly calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    storage: {
      ...storage,
      load(...given) {
        calls += 1;
        return storage.load(...given);
      },
      commit(...given) {
        calls += 1;
        return storage.commit(...given);
      },
    },
  };
}
