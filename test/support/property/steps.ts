import fc from "fast-check";
import type { ActorInput, WorkspaceId } from "../../../src/index.ts";
import type { CommandRange } from "../commands/command-range.ts";
import { anyBatchIn, anyCommandIn, commandsIn } from "../commands/generate-commands.ts";
import type { BatchStep, Step } from "../commands/step.ts";
import * as values from "./values.ts";

/** What a law may narrow. */
export interface StepRange {
  readonly organizationId: string;
  readonly actors: readonly ActorInput[];
  /** Who may get another organization role or be removed from the organization. */
  readonly subjects: readonly string[];
  readonly workspaceRoles: readonly string[];
  /** Empty for commands without a key. */
  readonly idempotencyKeys: readonly string[];
  /** Whether some commands are invalid: an empty batch, a user twice, a system as the first admin. */
  readonly hasInvalid: boolean;
}

const everything: StepRange = {
  organizationId: values.north,
  actors: values.actors,
  subjects: values.userIds,
  workspaceRoles: ["admin", "member"],
  idempotencyKeys: ["key", "other key"],
  hasInvalid: true,
};

/** Creates the organization. */
export function founding(organizationId: string): Step {
  const input = { organizationId, name: "Organization", owner: { userId: values.owner, displayName: "Ada" } };
  return { command: "createOrganization", input };
}

/** Creates a workspace. */
export function opening(organizationId: string, workspaceId: WorkspaceId = values.workspaceIds[0]): Step {
  const name = `Opened as number ${values.workspaceIds.findIndex((id) => id === workspaceId)}`;
  const input = { organizationId, actor: values.scim, admin: values.owner, workspaceId, name };
  return { command: "createWorkspace", input };
}

/** Creates an organization with everybody in it and in each of its workspaces, so that lists are long. */
export function populating(organizationId: string): readonly Step[] {
  const command = { organizationId, actor: values.scim };
  const people = values.userIds.map((userId, index) => ({ userId, displayName: values.displayNames[index] ?? userId }));
  const members = people.slice(1).map((person) => ({ ...person, role: "member" as const }));
  return [
    founding(organizationId),
    { command: "addOrganizationMembers", input: { ...command, members } },
    ...values.workspaceIds.flatMap((workspaceId): Step[] => [
      opening(organizationId, workspaceId),
      {
        command: "addMembers",
        input: { ...command, workspaceId, members: members.map(({ userId }) => ({ userId, role: "member" })) },
      },
    ]),
  ];
}

/** The organization and up to 14 more commands, whether they succeed or not. Most histories begin with a workspace, some with everybody in all of them. */
export function historyIn(range: Partial<StepRange> = {}): fc.Arbitrary<readonly Step[]> {
  const { organizationId } = { ...everything, ...range };
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
  return anyCommandIn(commandRange(range));
}

/** Any command about many users at once. */
export function batchStepIn(range: Partial<StepRange> = {}): fc.Arbitrary<BatchStep> {
  return anyBatchIn(commandRange(range));
}

/** The commands one by one. */
export function stepsIn(range: Partial<StepRange> = {}): ReturnType<typeof commandsIn> {
  return commandsIn(commandRange(range));
}

function commandRange(range: Partial<StepRange>): CommandRange {
  const { organizationId, actors, subjects, workspaceRoles, idempotencyKeys, hasInvalid } = { ...everything, ...range };
  const { userId, workspaceId } = values;
  const actor = fc.constantFrom(...actors);
  const subject = fc.constantFrom(...subjects);
  const optionalUserId = fc.option(userId, { nil: undefined });
  const leavers = actors.flatMap((one) => ("userId" in one ? [one.userId] : []));
  const keys = idempotencyKeys.length > 0 ? idempotencyKeys : [undefined];
  return {
    organizationId: fc.constant(organizationId),
    newOrganizationId: fc.constant(organizationId),
    // Most commands have no key.
    idempotencyKey: fc.constantFrom(undefined, undefined, ...keys),
    mode: fc.constantFrom("atomic", "partial", undefined),
    actor,
    workspaceActor: actor,
    leaver: leavers.length > 0 ? fc.constantFrom(...leavers) : userId,
    userId,
    changedUserId: subject,
    removedUserId: subject,
    successor: fc.option(userId, { freq: 2 }),
    organizationRole: values.organizationRole,
    displayName: values.displayName,
    email: fc.option(values.email, { nil: undefined }),
    workspaceId,
    newWorkspaceId: fc.option(workspaceId, { nil: undefined, freq: 6 }),
    restoredWorkspaceId: workspaceId,
    workspaceName: values.workspaceName,
    description: fc.constantFrom(undefined, "", "Line\nline"),
    addEveryone: fc.constantFrom(undefined, false, true),
    admin: hasInvalid ? optionalUserId : userId,
    restoredAdmin: optionalUserId,
    workspaceUserId: userId,
    workspaceRole: fc.constantFrom(...workspaceRoles),
    // Ids are counted, two for each command. The odd ones are those of operations.
    operationId: fc.nat(9).map((command) => `id-${2 * command + 1}`),
    hasInvalid,
  };
}
