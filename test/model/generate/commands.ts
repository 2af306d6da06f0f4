import fc from "fast-check";
import type { CommandRange } from "../../support/commands/command-range.ts";
import { anyCommandIn, commandsIn } from "../../support/commands/generate-commands.ts";
import type { Step } from "../../support/commands/step.ts";
import * as values from "./values.ts";

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const range: CommandRange = {
  organizationId: values.organizationId,
  newOrganizationId: optional(values.organizationId),
  idempotencyKey: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values.keys) },
  ),
  mode: fc.constantFrom("atomic", "partial", undefined),
  actor: values.actor,
  workspaceActor: values.workspaceActor,
  leaver: values.workspaceUserId,
  userId: values.userId,
  changedUserId: values.userId,
  removedUserId: values.userId,
  successor: fc.option(values.userId),
  organizationRole: values.organizationRole,
  displayName: values.displayName,
  email: optional(values.email),
  workspaceId: values.workspaceId,
  newWorkspaceId: fc.option(values.newWorkspaceId, { nil: undefined, freq: 2 }),
  restoredWorkspaceId: fc.oneof(values.workspaceId, fc.constantFrom("archived#0", "archived#1")),
  workspaceName: values.workspaceName,
  description: fc.constantFrom(undefined, "", "Line\nline"),
  addEveryone: fc.constantFrom(undefined, false, true),
  admin: optional(values.userId),
  restoredAdmin: optional(values.userId),
  workspaceUserId: values.workspaceUserId,
  workspaceRole: values.workspaceRole,
  operationId: fc.oneof(
    { weight: 6, arbitrary: fc.nat(4).map((newest) => `addition#${newest}`) },
    { weight: 1, arbitrary: fc.nat(4).map((newest) => `operation#${newest}`) },
  ),
  hasInvalid: true,
};

/** Role holders of one workspace try to change each other, so that weaker roles meet stronger ones. */
const holder = fc.constantFrom("holder#0", "holder#1", "holder#2", "holder#3");
const amongHolders = commandsIn({
  ...range,
  workspaceActor: holder.map((userId) => ({ userId })),
  workspaceUserId: holder,
});

/** Organization members remove each other and name a successor, sometimes themselves. */
const colleague = fc.constantFrom("member#0", "member#1", "member#2", "member#3");
const amongColleagues = commandsIn({
  ...range,
  actor: colleague.map((userId) => ({ userId })),
  removedUserId: colleague,
  successor: colleague,
});

/** One admin steps down for another in one batch: the workspace has an admin only if the batch is judged as a whole. */
const newAdmin = fc.constantFrom("holder#1", "holder#2", "member#1");
const handovers = fc
  .tuple(fc.oneof(commandsIn(range).changeRoles, commandsIn(range).setMembers), newAdmin)
  .map(([step, userId]): Step => {
    const members = [
      { userId: "holder#0", role: "member" },
      { userId, role: "admin" },
    ];
    return { ...step, input: { ...step.input, members } };
  });

/** Any command. */
export const anyCommand: fc.Arbitrary<Step> = fc.oneof(
  { weight: 50, arbitrary: anyCommandIn(range) },
  { weight: 3, arbitrary: amongHolders.removeMembers },
  { weight: 1, arbitrary: amongHolders.changeRoles },
  { weight: 1, arbitrary: amongHolders.setMembers },
  { weight: 3, arbitrary: amongColleagues.removeOrganizationMembers },
  { weight: 2, arbitrary: handovers },
);
