import type { Step } from "../../support/commands/step.ts";
import { scim } from "./values.ts";

const north = { organizationId: "north", actor: scim };
const south = { organizationId: "south", actor: scim };

function founding(organizationId: string, userId: string): Step {
  const input = { organizationId, name: "Organization", owner: { userId, displayName: "Ada" } };
  return { command: "createOrganization", input };
}

const staffed: readonly Step[] = [
  founding("north", "ada"),
  {
    command: "addOrganizationMembers",
    input: {
      ...north,
      members: [
        { userId: "bo", role: "admin", displayName: "Bo Zhou", email: "ada@north.example" },
        { userId: "cy", role: "billing", displayName: "bo zhou" },
        { userId: "dee", role: "member", displayName: "ÀDA" },
      ],
    },
  },
  { command: "createWorkspace", input: { ...north, workspaceId: "lab", name: "Lab", admin: "ada" } },
  founding("south", "ﬀ"),
  { command: "createWorkspace", input: { ...south, workspaceId: "😀", name: "Lab", admin: "ﬀ" } },
];

const busy: readonly Step[] = [
  ...staffed,
  { command: "createWorkspace", input: { ...north, workspaceId: "ops", name: "Ops", admin: "dee" } },
  {
    command: "addMembers",
    input: {
      ...north,
      workspaceId: "lab",
      members: [
        { userId: "dee", role: "admin" },
        { userId: "cy", role: "member" },
      ],
    },
  },
];

/** One archived workspace lost its only admin. Another lost its name to a new workspace. */
const aged: readonly Step[] = [
  ...staffed,
  { command: "createWorkspace", input: { ...north, workspaceId: "ops", name: "Ops", admin: "cy" } },
  { command: "addMembers", input: { ...north, workspaceId: "ops", members: [{ userId: "dee", role: "member" }] } },
  { command: "archiveWorkspace", input: { ...north, workspaceId: "ops" } },
  { command: "removeOrganizationMembers", input: { ...north, userIds: ["cy"] } },
  { command: "archiveWorkspace", input: { ...north, workspaceId: "lab" } },
  { command: "createWorkspace", input: { ...north, workspaceId: "ﬀ", name: "LÄB", admin: "ada" } },
];

/** How histories begin: almost empty, with people and workspaces, or after many commands. The busy one is drawn more often. */
export const beginnings: readonly (readonly Step[])[] = [[founding("north", "ada")], staffed, busy, busy, aged];
