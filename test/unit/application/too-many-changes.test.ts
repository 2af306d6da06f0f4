import { ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { Need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { createRoster } from "../../../src/application/create-roster.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { valueOf } from "../../support/acme-roster.ts";

const acme = { organizationId: "acme", actor: { system: "test" } };
const people = ["bo", "cy", "di"];
const workspaces = ["lab", "ops", "web"];
const changes = 8;

interface Watched {
  readonly storage: RosterStorage;
  readonly needs: Need[];
  readonly assignmentCounts: number[];
  readonly commits: () => number;
}

/** A store that takes eight changes in one commit, and the needs that it received. */
function watched(inner: RosterStorage): Watched {
  const needs: Need[] = [];
  const assignmentCounts: number[] = [];
  let commits = 0;
  const storage: RosterStorage = {
    ...inner,
    limits: { ...inner.limits, changes },
    load(organizationId, need, options) {
      needs.push(need);
      return inner
        .load(organizationId, need, options)
        .andTee(({ assignments }) => assignmentCounts.push(assignments.length));
    },
    commit(batch, options) {
      commits += 1;
      return inner.commit(batch, options);
    },
  };
  return { storage, needs, assignmentCounts, commits: () => commits };
}

/** Ada is admin of three workspaces, and each of the other three is a member of all of them. */
async function filled() {
  const inner = memoryStorage();
  const roster = createRoster({ storage: inner });
  const owner = { userId: "ada", displayName: "Ada" };
  valueOf(await roster.createOrganization({ organizationId: "acme", name: "Acme", owner }));
  const members = people.map((userId) => ({ userId, role: "member" as const, displayName: userId }));
  valueOf(await roster.addOrganizationMembers({ ...acme, members }));
  for (const workspaceId of workspaces) {
    valueOf(await roster.createWorkspace({ ...acme, workspaceId, name: workspaceId, admin: "ada" }));
    const roles = people.map((userId) => ({ userId, role: "member" as const }));
    valueOf(await roster.addMembers({ ...acme, workspaceId, members: roles }));
  }
  const store = watched(inner);
  return { ...store, roster: createRoster({ storage: store.storage }) };
}

describe("M2: the number of changes of one commit is limited", () => {
  it("refuses removals that include too many roles, and writes nothing", async () => {
    const { roster, commits, needs, assignmentCounts } = await filled();

    const refused = await roster.removeOrganizationMembers({ ...acme, userIds: people });
    const preview = await roster.preview.removeOrganizationMembers({ ...acme, userIds: people });

    const tooMany = { code: "too_many_changes", limit: changes, count: expect.any(Number) as number };
    expect([refused._unsafeUnwrapErr(), preview._unsafeUnwrapErr()]).toStrictEqual([tooMany, tooMany]);
    expect((refused._unsafeUnwrapErr() as { count: number }).count).toBeGreaterThan(changes);
    expect(commits()).toBe(0);
    // One assignment more than fits is enough to refuse: the rest are not read.
    expect(needs.map(({ maxAssignments: maxAssignments }) => maxAssignments)).toEqual([changes + 1, changes + 1]);
    expect(assignmentCounts).toEqual([changes + 1, changes + 1]);
  });

  it("refuses before it checks the workspaces, of which it may know only some", async () => {
    const { roster } = await filled();

    const refused = await roster.removeOrganizationMembers({ ...acme, userIds: ["ada", ...people] });

    expect(refused._unsafeUnwrapErr().code).toBe("too_many_changes");
  });

  it("allows removals with exactly that many changes", async () => {
    const { roster } = await filled();

    const done = await roster.removeOrganizationMembers({ ...acme, userIds: ["bo", "cy"] });

    expect(done.map(({ removed }) => removed.length)).toStrictEqual(ok(2));
  });

  it("counts the changes for a successor", async () => {
    const { roster } = await filled();
    valueOf(await roster.changeOrganizationRoles({ ...acme, members: [{ userId: "bo", role: "admin" }] }));

    // Two members, six roles, and bo becomes admin of three workspaces.
    const refused = await roster.removeOrganizationMembers({ ...acme, userIds: ["ada", "cy"], successor: "bo" });

    expect(refused._unsafeUnwrapErr()).toStrictEqual({ code: "too_many_changes", limit: changes, count: 11 });
  });

  it("lets a single user leave, however many roles they hold", async () => {
    const { roster, needs, storage } = await filled();
    const narrow = createRoster({ storage: { ...storage, limits: { ...storage.limits, changes: 2 } } });

    const done = await narrow.removeOrganizationMembers({ ...acme, userIds: ["bo"] });

    expect(done.map(({ removed }) => removed)).toStrictEqual(ok([{ userId: "bo", role: "member" }]));
    expect(needs.map(({ maxAssignments: maxAssignments }) => maxAssignments)).toEqual([null]);
    expect(
      valueOf(await roster.listMembers({ ...acme, workspaceId: "lab" })).items.map(({ userId }) => userId),
    ).toEqual(["ada", "cy", "di"]);
  });

  it("applies to every other command too", async () => {
    const { storage } = await filled();
    const narrow = createRoster({ storage: { ...storage, limits: { ...storage.limits, changes: 2 } } });

    const refused = await narrow.createWorkspace({
      ...acme,
      workspaceId: "new",
      name: "New",
      admin: "ada",
      addEveryone: true,
    });
    const preview = await narrow.preview.removeMembers({ ...acme, workspaceId: "lab", userIds: people });

    expect(refused._unsafeUnwrapErr()).toStrictEqual({ code: "too_many_changes", limit: 2, count: 5 });
    expect(preview._unsafeUnwrapErr()).toStrictEqual({ code: "too_many_changes", limit: 2, count: 3 });
  });
});
