import fc from "fast-check";
import { type Step, stepsOf } from "../../support/property/step.ts";
import * as few from "./values.ts";

const command = {
  organizationId: few.organizationId,
  idempotencyKey: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...few.keys) },
  ),
};
const issued = { ...command, actor: few.actor };
const batch = { ...issued, mode: fc.constantFrom("atomic" as const, "partial" as const, undefined) };
const inWorkspace = { actor: few.actorThere, workspaceId: few.workspaceId };
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const profile = { userId: few.userId, displayName: few.displayName, email: perhaps(few.email) };

/** One to five users, now and then none or one of them twice. */
function many<Item>(item: fc.Arbitrary<Item>, userOf: (item: Item) => string): fc.Arbitrary<readonly Item[]> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.uniqueArray(item, { selector: userOf, minLength: 1, maxLength: 3, size: "max" }) },
    { weight: 8, arbitrary: fc.uniqueArray(item, { selector: userOf, minLength: 3, maxLength: 6, size: "max" }) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 2, maxLength: 4, size: "max" }) },
  );
}

const named = ({ userId }: { readonly userId: string }): string => userId;
const members = fc.record({
  ...batch,
  ...inWorkspace,
  members: many(fc.record({ userId: few.userThere, role: few.workspaceRole }), named),
});

const organization = {
  create: stepsOf(
    "createOrganization",
    fc.record({
      ...command,
      organizationId: perhaps(few.organizationId),
      name: fc.constant("Organization"),
      owner: fc.record(profile),
    }),
  ),
  add: stepsOf(
    "addOrganizationMembers",
    fc.record({ ...batch, members: many(fc.record({ ...profile, role: few.organizationRole }), named) }),
  ),
  changeRoles: stepsOf(
    "changeOrganizationRoles",
    fc.record({ ...batch, members: many(fc.record({ userId: few.userId, role: few.organizationRole }), named) }),
  ),
  remove: stepsOf(
    "removeOrganizationMembers",
    fc.record({ ...batch, userIds: many(few.userId, String), successor: fc.option(few.userId) }),
  ),
  updateProfiles: stepsOf(
    "updateProfiles",
    fc.record({
      ...batch,
      members: many(
        fc.record({ userId: few.userId, displayName: perhaps(few.displayName), email: perhaps(few.email) }),
        named,
      ),
    }),
  ),
};

const workspace = {
  create: stepsOf(
    "createWorkspace",
    fc.record({
      ...issued,
      workspaceId: fc.option(few.newWorkspaceId, { nil: undefined, freq: 2 }),
      name: few.workspaceName,
      description: fc.constantFrom(undefined, "", "Line\nline"),
      admin: fc.option(few.userId, { nil: undefined, freq: 5 }),
      addEveryone: fc.constantFrom(undefined, false, true),
    }),
  ),
  update: stepsOf(
    "updateWorkspace",
    fc.record({
      ...issued,
      ...inWorkspace,
      name: perhaps(few.workspaceName),
      description: fc.constantFrom(undefined, "", "Other"),
    }),
  ),
  archive: stepsOf("archiveWorkspace", fc.record({ ...issued, ...inWorkspace })),
  restore: stepsOf(
    "restoreWorkspace",
    fc.record({
      ...issued,
      ...inWorkspace,
      name: fc.option(few.workspaceName, { nil: undefined, freq: 2 }),
      admin: perhaps(few.userId),
    }),
  ),
};

const operationId = fc.oneof(
  { weight: 6, arbitrary: fc.nat(4).map((newest) => `addition#${newest}`) },
  { weight: 1, arbitrary: fc.nat(4).map((newest) => `operation#${newest}`) },
);
/** One admin steps down for another in one batch: only its end state has an admin throughout. */
const handover = fc.constantFrom("holder#1", "holder#2", "member#1").map((userId) => [
  { userId: "holder#0", role: "member" },
  { userId, role: "admin" },
]);
const handingOver = fc.record({ ...batch, ...inWorkspace, members: handover });
const leaver = fc.record({ userId: few.userThere });
/** Those who hold a role judge each other: the weaker must not strip the stronger. */
const holder = fc.constantFrom("holder#0", "holder#1", "holder#2", "holder#3");
const amongHolders = { ...batch, ...inWorkspace, actor: fc.record({ userId: holder }) };
const strip = fc.record({ ...amongHolders, userIds: many(holder, String) });
const demote = fc.record({
  ...amongHolders,
  members: many(fc.record({ userId: holder, role: few.workspaceRole }), named),
});

/** An organization admin lets colleagues go and names who takes over, perhaps themselves. */
const colleague = fc.constantFrom("member#0", "member#1", "member#2", "member#3");
const handOn = fc.record({
  ...batch,
  actor: fc.record({ userId: colleague }),
  userIds: many(colleague, String),
  successor: colleague,
});

/** Any command. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: organization.create },
  { weight: 5, arbitrary: organization.add },
  { weight: 3, arbitrary: organization.changeRoles },
  { weight: 4, arbitrary: organization.remove },
  { weight: 3, arbitrary: stepsOf("removeOrganizationMembers", handOn) },
  { weight: 2, arbitrary: organization.updateProfiles },
  { weight: 6, arbitrary: workspace.create },
  { weight: 2, arbitrary: workspace.update },
  { weight: 2, arbitrary: workspace.archive },
  { weight: 4, arbitrary: workspace.restore },
  { weight: 8, arbitrary: stepsOf("addMembers", members) },
  { weight: 4, arbitrary: stepsOf("changeRoles", members) },
  { weight: 4, arbitrary: stepsOf("setMembers", members) },
  { weight: 1, arbitrary: stepsOf("changeRoles", handingOver) },
  { weight: 1, arbitrary: stepsOf("setMembers", handingOver) },
  {
    weight: 3,
    arbitrary: stepsOf("removeMembers", fc.record({ ...batch, ...inWorkspace, userIds: many(few.userThere, String) })),
  },
  { weight: 3, arbitrary: stepsOf("removeMembers", strip) },
  { weight: 1, arbitrary: stepsOf("changeRoles", demote) },
  { weight: 1, arbitrary: stepsOf("setMembers", demote) },
  {
    weight: 2,
    arbitrary: stepsOf("leaveWorkspace", fc.record({ ...command, ...inWorkspace, actor: leaver })),
  },
  {
    weight: 5,
    arbitrary: stepsOf("undoAddMembers", fc.record({ ...issued, operationId })),
  },
);
