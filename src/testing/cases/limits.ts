import { createRoster } from "../../application/create-roster.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import { batchBuilder } from "../builders/batch-builder.ts";
import { workspaceMemberAdded } from "../builders/new-events.ts";
import { organizationId, userId } from "../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../builders/records.ts";
import { insert, replace } from "../builders/writes.ts";
import { equal, loaded } from "../expectations.ts";
import { storageCase } from "../storage-case.ts";

const group = "limits";
const acme = organizationId("acme");
const actor = { userId: "owner" };
const owner = { userId: "owner", displayName: "Owner" };

function named(
  count: number,
): readonly { readonly userId: string; readonly role: "member"; readonly displayName: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    userId: `user-${index}`,
    role: "member",
    displayName: `User ${index}`,
  }));
}

function isLimit(limit: number, largest: number): void {
  equal([Number.isInteger(limit), limit >= 1, limit <= largest], [true, true, true], `${limit} is not a valid limit.`);
}

export const limitsCases = [
  storageCase(group, "declares how many users one command may change, from 1 to 10,000", ({ storage, second }) => {
    const { members } = storage.limits;
    isLimit(members, libraryLimits.members);
    equal(second.limits.members, members);
    return Promise.resolve();
  }),

  storageCase(group, "declares how many changes one commit may carry, from 1 to 50,000", ({ storage, second }) => {
    const { changes } = storage.limits;
    isLimit(changes, libraryLimits.changes);
    equal(second.limits.changes, changes);
    return Promise.resolve();
  }),

  storageCase(group, "accepts as many changes in one commit as it declares", async ({ storage, second }) => {
    const { changes } = storage.limits;
    const workspaces = Array.from({ length: Math.min(changes, 100) }, (_, index) => `workspace-${index}`);
    const users = Array.from({ length: Math.ceil(changes / workspaces.length) }, (_, index) => `user-${index}`);
    const places = workspaces.flatMap((workspace) => users.map((user) => [workspace, user] as const)).slice(0, changes);
    const writer = batchBuilder(storage);
    await writer.create({ writes: users.map((user) => insert.member(aMember(user))) });
    await writer.commit({ writes: workspaces.map((id) => insert.workspace(aWorkspace(id))) });

    await writer.commit({
      writes: [
        replace.organization(anOrganization({ adminCount: 2 })),
        ...workspaces.map((id) => replace.workspace(aWorkspace(id, { roleCounts: [["member", users.length]] }))),
        ...places.map(([workspace, user]) => insert.assignment(anAssignment(workspace, user))),
      ],
      newEvents: places.map(([workspace, user]) => workspaceMemberAdded(workspace, user)),
    });

    const need = { allAssignmentsOf: users.map((user) => userId(user)) };
    const { assignments, lastSequence } = await loaded(second, writer.organizationId, need);
    equal([assignments.length, lastSequence], [changes, changes]);
  }),

  storageCase(group, "is not called for a command with one user more, which is rejected", async ({ storage }) => {
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

  storageCase(group, "accepts as many users in one command as it declares", async ({ storage, second }) => {
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

/** Counts the loads and commits that reach the storage. */
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
