import { createRoster, type Roster } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { valueOf } from "../acme-roster.ts";

export const organizationId = "acme";
export const workspaceId = "research";
export const actor = { userId: "ada" };

/** The organization of the examples in the docs: ada is its admin, bo has the role billing, cy and dee are members. */
export async function acme(): Promise<Roster> {
  return seeded(createRoster({ storage: memoryStorage() }));
}

/** Creates that organization on a roster with its own settings. */
export async function seeded<Role extends string, Permission extends string>(
  roster: Roster<Role, Permission>,
): Promise<Roster<Role, Permission>> {
  const owner = { userId: "ada", displayName: "Ada Byron" };
  valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner }));
  const members = [
    { userId: "bo", role: "billing", displayName: "Bo Costa" },
    { userId: "cy", role: "member", displayName: "Cy Novák", email: "cy@example.com" },
    { userId: "dee", role: "member", displayName: "Dee Costa" },
  ] as const;
  valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
  valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Research" }));
  return roster;
}
