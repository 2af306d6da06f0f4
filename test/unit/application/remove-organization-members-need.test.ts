import { createRoster } from "workspace-roster";
import type { Facts, RosterStorage } from "workspace-roster/storage";
import { memoryStorage } from "workspace-roster/memory";
import { expect, it } from "vitest";
import { valueOf } from "../../support/acme-roster.ts";

/** Keeps the answers to all loads. */
function remembering(storage: RosterStorage, loads: Facts[]): RosterStorage {
  return {
    ...storage,
    load: (organizationId, need, options) =>
      storage.load(organizationId, need, options).map((facts) => {
        loads.push(facts);
        return facts;
      }),
  };
}

it("loads the successor's roles only in the workspaces of the removed users, however many others there are", async () => {
  const loads: Facts[] = [];
  const roster = createRoster({ storage: remembering(memoryStorage(), loads) });
  const acme = { organizationId: "acme", actor: { system: "test" } };
  valueOf(
    await roster.createOrganization({
      organizationId: "acme",
      name: "Acme",
      owner: { userId: "ada", displayName: "Ada" },
    }),
  );
  valueOf(
    await roster.addOrganizationMembers({ ...acme, members: [{ userId: "bo", role: "member", displayName: "Bo" }] }),
  );
  for (let index = 0; index < 20; index += 1) {
    const workspaceId = `workspace-${index}`;
    valueOf(await roster.createWorkspace({ ...acme, workspaceId, name: workspaceId, admin: "ada" }));
  }
  const inFirst = { ...acme, workspaceId: "workspace-0" };
  valueOf(await roster.addMembers({ ...inFirst, members: [{ userId: "bo", role: "member" }] }));
  loads.length = 0;

  valueOf(await roster.removeOrganizationMembers({ ...acme, userIds: ["bo"], successor: "ada" }));

  const [facts] = loads;
  expect(facts?.assignments.map(({ workspaceId, userId }) => `${workspaceId} ${userId}`).sort()).toEqual([
    "workspace-0 ada",
    "workspace-0 bo",
  ]);
  expect(facts?.workspaces.length).toBe(1);
});
