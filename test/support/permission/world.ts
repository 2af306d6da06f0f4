import { createRoster } from "../../../src/application/create-roster.ts";
import type { Roster } from "../../../src/application/roster.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { valueOf } from "../acme-roster.ts";
import { countingIds } from "../ids.ts";

export const organizationId = "acme";
const system = { system: "seed" };

/** The actors. Each has only the rights that the name says: only `admin` is an organization admin. */
export const askers = {
  system: { system: "scim" },
  stranger: { userId: "stranger" },
  "member of another organization": { userId: "foreigner" },
  "organization member": { userId: "member" },
  billing: { userId: "billing" },
  "organization admin": { userId: "admin" },
  "workspace member": { userId: "user" },
  "workspace admin": { userId: "owner" },
  "admin of another workspace": { userId: "other" },
  "admin of an archived workspace": { userId: "archivist" },
} as const;

export type Asker = keyof typeof askers;

/** What is asked about: an active workspace, one that is archived, and an addition that can be undone in it. */
export interface Scene {
  readonly roster: Roster;
  readonly workspaceId: string;
  readonly archivedId: string;
  readonly operationId: string;
}

/** A fresh organization; `archivist` is asked about the workspace that was archived under them. */
export async function sceneFor(asker: Asker): Promise<Scene> {
  const roster = createRoster({ storage: memoryStorage(), createId: countingIds() });
  await seedOrganization(roster);
  const active = await seedWorkspace(roster, "web", "owner", "user");
  await seedWorkspace(roster, "ops", "other", "user");
  const old = await seedWorkspace(roster, "old", "archivist", "user");
  valueOf(await roster.archiveWorkspace({ organizationId, actor: system, workspaceId: "old" }));
  await seedWorkspace(roster, "shelved", "owner", "user");
  valueOf(await roster.archiveWorkspace({ organizationId, actor: system, workspaceId: "shelved" }));

  if (asker === "admin of an archived workspace") {
    return { roster, workspaceId: "old", archivedId: "old", operationId: old };
  }
  return { roster, workspaceId: "web", archivedId: "shelved", operationId: active };
}

async function seedOrganization(roster: Roster): Promise<void> {
  const person = (userId: string, role: "admin" | "billing" | "member" = "member") => ({
    userId,
    displayName: userId,
    role,
  });
  const others = ["member", "user", "owner", "other", "archivist", "target", "spare"];
  const members = [person("admin", "admin"), person("billing", "billing"), ...others.map((userId) => person(userId))];
  const owner = { userId: "founder", displayName: "founder" };
  valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner }));
  valueOf(await roster.addOrganizationMembers({ organizationId, actor: system, members }));
  const foreigner = { userId: "foreigner", displayName: "foreigner" };
  valueOf(await roster.createOrganization({ organizationId: "globex", name: "Globex", owner: foreigner }));
}

/** A workspace with an admin and members, one of them added by the operation whose id it returns. */
async function seedWorkspace(roster: Roster, workspaceId: string, admin: string, member: string): Promise<string> {
  const workspace = { organizationId, actor: system, workspaceId };
  valueOf(await roster.createWorkspace({ ...workspace, name: workspaceId, admin }));
  valueOf(await roster.addMembers({ ...workspace, members: [{ userId: member, role: "member" }] }));
  const addition = await roster.addMembers({ ...workspace, members: [{ userId: "target", role: "member" }] });
  return valueOf(addition).operationId;
}
