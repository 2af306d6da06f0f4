import { defaultWorkspaceRoles } from "../../../src/index.ts";
import type { Step } from "../../support/commands/step.ts";
import type { Scope } from "../play/all-questions.ts";
import { scim } from "../generate/values.ts";
import { commandContext, type RealRoster } from "../play/real-roster.ts";
import { runCommand } from "../rules/run-command.ts";
import { emptyWorld, type Settings, type World } from "../rules/world.ts";

/** The host of the concurrent histories: small enough that two at once do not fit. */
export const stageSettings: Settings = {
  label: "concurrent",
  policy: {
    organizationAdminsAdminister: true,
    membersCreateWorkspaces: false,
    limits: { membersPerWorkspace: 5, activeWorkspacesPerOrganization: 3 },
  },
  roles: defaultWorkspaceRoles,
  maxBatchSize: 10_000,
};

/** The operation that every history may undo. */
export const undoable = commandContext("stage-3").operationId;

/** All that a history may be about. */
export function stageScope(organizationId: string): Scope {
  const userIds = ["ada", "bo", "cy", "dee", "eve", "fay"];
  return { organizationId, workspaceIds: ["lab", "ops", "new", "newer"], userIds, readers: [] };
}

const everyone = [
  { userId: "bo", role: "admin" as const, displayName: "Bo Zhou" },
  { userId: "cy", role: "member" as const, displayName: "bo zhou" },
  { userId: "dee", role: "billing" as const, displayName: "Dee" },
  { userId: "eve", role: "member" as const, displayName: "Ève" },
];

/** Two admins of everything, two workspaces, and people to add. */
export function stage(organizationId: string): readonly Step[] {
  const issued = { organizationId, actor: scim };
  return [
    {
      command: "createOrganization",
      input: { organizationId, name: "Organization", owner: { userId: "ada", displayName: "Ada" } },
    },
    { command: "addOrganizationMembers", input: { ...issued, members: everyone } },
    { command: "createWorkspace", input: { ...issued, workspaceId: "lab", name: "Lab", admin: "ada" } },
    {
      command: "addMembers",
      input: {
        ...issued,
        workspaceId: "lab",
        members: [
          { userId: "bo", role: "admin" },
          { userId: "cy", role: "member" },
        ],
      },
    },
    { command: "createWorkspace", input: { ...issued, workspaceId: "ops", name: "Ops", admin: "cy" } },
  ];
}

/** Builds the stage on the roster; answers the world that it makes. */
export async function buildStage(roster: RealRoster, organizationId: string): Promise<World> {
  let world = emptyWorld(stageSettings);
  for (const [index, step] of stage(organizationId).entries()) {
    const given = commandContext(`stage-${index}`);
    const answer = await roster.run(step, given);
    if ("refused" in answer) throw new Error(`The stage was refused: ${JSON.stringify(answer)}.`);
    world = runCommand(world, step, given).world;
  }
  return world;
}
