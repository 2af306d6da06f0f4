import type { ResultAsync } from "neverthrow";
import { createRoster, type CommandReceipt, type Roster, type RosterEvent } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { valueOf } from "../acme-roster.ts";

export const organizationId = "acme";

type Commands = Roster["preview"];
type Command = keyof Commands;
type Step = { [Name in Command]: readonly [Name, Parameters<Commands[Name]>[0]] }[Command];

/** An event with the command that wrote it. */
export interface WrittenEvent {
  readonly command: Command;
  readonly event: RosterEvent;
}

const ada = { organizationId, actor: { userId: "ada" } };
const scim = { organizationId, actor: { system: "scim" } };
const research = { ...ada, workspaceId: "research" };

/** Every command, in each way that writes another type of event. */
const steps: readonly Step[] = [
  [
    "createOrganization",
    {
      organizationId,
      name: "Acme",
      owner: { userId: "ada", displayName: "Ada Byron", email: "ada@example.com" },
    },
  ],
  [
    "addOrganizationMembers",
    {
      ...scim,
      members: [
        { userId: "bo", role: "billing", displayName: "Bo Costa", email: "bo@example.com" },
        { userId: "cy", role: "member", displayName: "Cy Novák" },
        { userId: "dee", role: "member", displayName: "Dee Costa" },
      ],
    },
  ],
  ["changeOrganizationRoles", { ...scim, members: [{ userId: "ada", role: "member" }], lastAdmin: "allow" }],
  [
    "changeOrganizationRoles",
    {
      ...scim,
      members: [
        { userId: "ada", role: "admin" },
        { userId: "dee", role: "admin" },
      ],
    },
  ],
  ["updateOrganization", { ...ada, name: "Acme Labs" }],
  ["updateProfiles", { ...scim, members: [{ userId: "bo", displayName: "Bo Costa-Lim" }] }],
  ["createWorkspace", { ...research, name: "Research", description: "Papers and data" }],
  ["addMembers", { ...research, members: [{ userId: "bo", role: "member" }] }],
  ["changeRoles", { ...research, members: [{ userId: "bo", role: "admin" }] }],
  ["addMembers", { ...research, members: [{ userId: "cy", role: "member" }] }],
  ["undoAddMembers", { ...ada, operationId: "operation-10" }],
  [
    "setMembers",
    {
      ...research,
      members: [
        { userId: "bo", role: "member" },
        { userId: "cy", role: "admin" },
      ],
    },
  ],
  ["leaveWorkspace", { ...research, actor: { userId: "bo" } }],
  ["removeMembers", { ...research, userIds: ["cy"] }],
  ["updateWorkspace", { ...research, name: "Research and Development" }],
  ["archiveWorkspace", research],
  ["restoreWorkspace", { ...research, name: "Research 2" }],
  ["createWorkspace", { ...ada, workspaceId: "lab", name: "Lab", admin: "bo" }],
  ["createWorkspace", { ...ada, workspaceId: "shop", name: "Shop", admin: "bo" }],
  ["addMembers", { ...ada, workspaceId: "shop", members: [{ userId: "dee", role: "member" }] }],
  ["createWorkspace", { ...ada, workspaceId: "old-lab", name: "Old Lab", admin: "bo" }],
  ["archiveWorkspace", { ...ada, workspaceId: "old-lab" }],
  ["createWorkspace", { ...ada, workspaceId: "old-shop", name: "Old Shop", admin: "bo" }],
  ["addMembers", { ...ada, workspaceId: "old-shop", members: [{ userId: "dee", role: "member" }] }],
  ["archiveWorkspace", { ...ada, workspaceId: "old-shop" }],
  ["removeOrganizationMembers", { ...ada, userIds: ["bo"], successor: "dee" }],
  ["restoreWorkspace", { ...ada, workspaceId: "old-lab", admin: "dee" }],
  ["restoreWorkspace", { ...ada, workspaceId: "old-shop", admin: "dee" }],
  ["removeOrganizationMembers", { ...scim, userIds: ["dee"], orphans: "archive" }],
];

/** Plays a history that has every type of event, always the same one, and returns its roster and its events. */
export async function playedHistory(): Promise<{ readonly roster: Roster; readonly written: readonly WrittenEvent[] }> {
  let number = 0;
  // Two ids are drawn for each command; the first is the operation's.
  let drawn = 0;
  const nextId = () => {
    drawn += 1;
    return drawn === 2 * number - 1 ? `operation-${number}` : `fresh-${number}`;
  };
  const roster = createRoster({
    storage: memoryStorage(),
    clock: () => new Date("2026-05-06T07:08:09.010Z"),
    createId: nextId,
  });
  const commands = new Map<string, Command>();
  for (const [name, input] of steps) {
    number += 1;
    // The type of a step says that the input is one of this command.
    const run = roster[name] as (input: Step[1]) => ResultAsync<CommandReceipt, unknown>;
    commands.set(valueOf(await run(input)).operationId, name);
  }

  const { items } = valueOf(await roster.events({ ...ada, limit: 500 }));
  const written = items.flatMap((event) => {
    const command = commands.get(event.operationId);
    return command === undefined ? [] : [{ command, event }];
  });
  return { roster, written };
}
