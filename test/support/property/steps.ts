import fc from "fast-check";
import { memberSteps } from "./member-steps.ts";
import { organizationSteps } from "./organization-steps.ts";
import type { Step, StepRange } from "./step.ts";
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

/** Any command. */
export function stepIn(range: Partial<StepRange> = {}): fc.Arbitrary<Step> {
  const { organization, workspace, member } = stepsIn(range);
  return fc.oneof(
    { weight: 1, arbitrary: organization.createOrganization },
    { weight: 5, arbitrary: organization.addOrganizationMembers },
    { weight: 3, arbitrary: organization.changeOrganizationRoles },
    { weight: 4, arbitrary: organization.removeOrganizationMembers },
    { weight: 3, arbitrary: organization.updateProfiles },
    { weight: 5, arbitrary: workspace.createWorkspace },
    { weight: 2, arbitrary: workspace.updateWorkspace },
    { weight: 2, arbitrary: workspace.archiveWorkspace },
    { weight: 2, arbitrary: workspace.restoreWorkspace },
    { weight: 7, arbitrary: member.addMembers },
    { weight: 3, arbitrary: member.changeRoles },
    { weight: 3, arbitrary: member.setMembers },
    { weight: 2, arbitrary: member.removeMembers },
    { weight: 1, arbitrary: member.leaveWorkspace },
    { weight: 2, arbitrary: member.undoAddMembers },
  );
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
