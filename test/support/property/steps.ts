import fc from "fast-check";
import { memberSteps } from "./member-steps.ts";
import { organizationSteps } from "./organization-steps.ts";
import type { Step, StepOf, StepRange } from "./step.ts";
import * as few from "./values.ts";
import { workspaceSteps } from "./workspace-steps.ts";
import type { WorkspaceId } from "../../../src/index.ts";

const all: StepRange = {
  organizationId: few.north,
  actors: few.actors,
  subjects: few.userIds,
  workspaceRoles: ["admin", "member"],
  idempotencyKeys: ["key", "other key"],
  hasInvalid: true,
};

/** Makes the organization, so that a history is about something. */
export function founding(organizationId: string): Step {
  const input = { organizationId, name: "Organization", owner: { userId: few.owner, displayName: "Ada" } };
  return { command: "createOrganization", input };
}

/** Makes a workspace, so that members can be added. */
export function opening(organizationId: string, workspaceId: WorkspaceId = few.workspaceIds[0]): Step {
  const name = `Opened as number ${few.workspaceIds.findIndex((id) => id === workspaceId)}`;
  const input = { organizationId, actor: few.scim, admin: few.owner, workspaceId, name };
  return { command: "createWorkspace", input };
}

/** Makes an organization with everybody in it and in each of its workspaces, so that lists are long. */
export function populating(organizationId: string): readonly Step[] {
  const command = { organizationId, actor: few.scim };
  const people = few.userIds.map((userId, index) => ({ userId, displayName: few.displayNames[index] ?? userId }));
  const members = people.slice(1).map((person) => ({ ...person, role: "member" as const }));
  return [
    founding(organizationId),
    { command: "addOrganizationMembers", input: { ...command, members } },
    ...few.workspaceIds.flatMap((workspaceId): Step[] => [
      opening(organizationId, workspaceId),
      {
        command: "addMembers",
        input: { ...command, workspaceId, members: members.map(({ userId }) => ({ userId, role: "member" })) },
      },
    ]),
  ];
}

/** The founding and up to 14 more steps, whether they are let through or not. Some begin with a workspace, some with all. */
export function historyIn(range: Partial<StepRange> = {}): fc.Arbitrary<readonly Step[]> {
  const { organizationId } = { ...all, ...range };
  const beginning = fc.oneof(
    { weight: 1, arbitrary: fc.constant([founding(organizationId)]) },
    { weight: 3, arbitrary: fc.constant([founding(organizationId), opening(organizationId)]) },
    { weight: 2, arbitrary: fc.constant(populating(organizationId)) },
  );
  const rest = fc.array(stepIn(range), { maxLength: 14, size: "max" });
  return fc.tuple(beginning, rest).map(([first, steps]) => [...first, ...steps]);
}

/** How often each command is drawn. */
const weights: Readonly<Record<Step["command"], number>> = {
  createOrganization: 1,
  addOrganizationMembers: 5,
  changeOrganizationRoles: 3,
  removeOrganizationMembers: 4,
  updateProfiles: 3,
  createWorkspace: 5,
  updateWorkspace: 2,
  archiveWorkspace: 2,
  restoreWorkspace: 2,
  addMembers: 7,
  changeRoles: 3,
  setMembers: 3,
  removeMembers: 2,
  leaveWorkspace: 1,
  undoAddMembers: 2,
};

/** Any command. */
export function stepIn(range: Partial<StepRange> = {}): fc.Arbitrary<Step> {
  const { organization, workspace, member } = stepsIn(range);
  const steps: { readonly [Name in Step["command"]]: fc.Arbitrary<StepOf<Name>> } = {
    ...organization,
    ...workspace,
    ...member,
  };
  const names = Object.keys(weights) as Step["command"][];
  return fc.oneof(...names.map((name) => ({ weight: weights[name], arbitrary: steps[name] as fc.Arbitrary<Step> })));
}

/** Any command about many users at once. */
export function batchStepIn(range: Partial<StepRange> = {}) {
  const { organization, member } = stepsIn(range);
  return fc.oneof(
    organization.addOrganizationMembers,
    organization.changeOrganizationRoles,
    organization.removeOrganizationMembers,
    organization.updateProfiles,
    member.addMembers,
    member.changeRoles,
    member.setMembers,
    member.removeMembers,
  );
}

/** The commands one by one. */
export function stepsIn(range: Partial<StepRange> = {}) {
  const whole = { ...all, ...range };
  return {
    organization: organizationSteps(whole),
    workspace: workspaceSteps(whole),
    member: memberSteps(whole),
  };
}
