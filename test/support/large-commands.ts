import { createRoster } from "../../src/application/create-roster.ts";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { valueOf } from "./acme-roster.ts";
import { longestStretch } from "./longest-stretch.ts";

const users = Array.from({ length: 10_000 }, (_, index) => `user-${String(index).padStart(5, "0")}`);
const everybody = <Role extends string>(role: Role) => users.map((userId) => ({ userId, role }));
const profiles = (family: string) =>
  users.map((userId, index) => ({
    userId,
    displayName: `Given ${family} ${index}`,
    email: `given.${family}-${index}@example.com`,
  }));

/** Runs each command for many users with its largest batch, and returns the longest time that each blocked this thread. */
export async function largeCommands(storage: RosterStorage): Promise<Readonly<Record<string, number>>> {
  const roster = createRoster({ storage });
  const acme = { organizationId: "acme", actor: { system: "test" } };
  const inside = (workspaceId: string) => ({ ...acme, workspaceId });
  const owner = { userId: "owner", displayName: "Owner" };
  const stretches: Record<string, number> = {};
  const measured = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    stretches[name] = await longestStretch(work);
  };
  valueOf(await roster.createOrganization({ organizationId: "acme", name: "Acme", owner }));

  await measured("addOrganizationMembers", async () => {
    const members = profiles("Family").map((profile) => ({ ...profile, role: "member" as const }));
    valueOf(await roster.addOrganizationMembers({ ...acme, members, idempotencyKey: "joined" }));
  });
  for (const name of ["a", "b", "c", "d", "e"]) {
    valueOf(await roster.createWorkspace({ ...inside(name), name, admin: "owner" }));
  }
  await measured("addMembers", async () =>
    valueOf(await roster.addMembers({ ...inside("a"), members: everybody("member"), idempotencyKey: "added" })),
  );
  await measured("changeRoles", async () =>
    valueOf(await roster.changeRoles({ ...inside("a"), members: everybody("admin") })),
  );
  const set = valueOf(await roster.setMembers({ ...inside("b"), members: everybody("member") }));
  await measured("undoAddMembers", async () =>
    valueOf(await roster.undoAddMembers({ ...acme, operationId: set.operationId })),
  );
  await measured("setMembers", async () =>
    valueOf(await roster.setMembers({ ...inside("b"), members: everybody("member") })),
  );
  await measured("removeMembers", async () => valueOf(await roster.removeMembers({ ...inside("b"), userIds: users })));
  await measured("updateProfiles", async () =>
    valueOf(await roster.updateProfiles({ ...acme, members: profiles("Other") })),
  );
  await measured("accessMany", async () =>
    valueOf(
      await roster.accessMany({
        organizationId: "acme",
        userIds: users.slice(0, 2_500),
        workspaceIds: ["a", "b", "c", "d"],
      }),
    ),
  );
  for (const name of ["b", "c", "d", "e"]) {
    valueOf(await roster.addMembers({ ...inside(name), members: everybody("member") }));
  }
  await measured("removeOrganizationMembers", async () =>
    valueOf(await roster.removeOrganizationMembers({ ...acme, userIds: users.slice(0, 8_333), successor: "owner" })),
  );
  return stretches;
}
