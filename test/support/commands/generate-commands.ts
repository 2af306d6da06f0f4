import fc from "fast-check";
import { type CommandRange, usualWeights } from "./command-range.ts";
import type { BatchStep, Step, StepOf } from "./step.ts";

const lastAdmin = fc.oneof(
  { weight: 7, arbitrary: fc.constant<"refuse">("refuse") },
  { weight: 1, arbitrary: fc.constant<"allow">("allow") },
);

type Commands = { readonly [Name in Step["command"]]: fc.Arbitrary<StepOf<Name>> };

/** The generator of random commands, one arbitrary for each command. */
export function commandsIn(range: CommandRange): Commands {
  const command = { organizationId: range.organizationId, idempotencyKey: range.idempotencyKey };
  const byActor = { ...command, actor: range.actor };
  const batch = { ...byActor, mode: range.mode };
  const inWorkspace = { ...command, actor: range.workspaceActor, workspaceId: range.workspaceId };
  const workspaceBatch = { ...inWorkspace, mode: range.mode };
  const optionalName = fc.option(range.workspaceName, { nil: undefined, freq: 2 });

  const profile = { userId: range.userId, displayName: range.displayName, email: range.email };
  const newMember = fc.record({ ...profile, role: range.organizationRole });
  const newRole = fc.record({ userId: range.changedUserId, role: range.organizationRole });
  const newProfile = fc.record({ ...profile, displayName: fc.option(range.displayName, { nil: undefined }) });
  const member = fc.record({ userId: range.workspaceUserId, role: range.workspaceRole });
  const members = fc.record({ ...workspaceBatch, members: batchOf(member, userOf, range) });

  return {
    createOrganization: stepsOf(
      "createOrganization",
      fc.record({
        ...command,
        organizationId: range.newOrganizationId,
        name: fc.constant("Organization"),
        owner: fc.record(profile),
      }),
    ),
    addOrganizationMembers: stepsOf(
      "addOrganizationMembers",
      fc.record({ ...batch, members: batchOf(newMember, userOf, range) }),
    ),
    changeOrganizationRoles: stepsOf(
      "changeOrganizationRoles",
      fc.record({ ...batch, members: batchOf(newRole, userOf, range), lastAdmin }),
    ),
    removeOrganizationMembers: stepsOf(
      "removeOrganizationMembers",
      fc
        .record({
          ...batch,
          userIds: batchOf(range.removedUserId, String, range),
          successor: fc.oneof(
            { weight: 4, arbitrary: range.successor },
            { weight: 1, arbitrary: fc.constant("organization_admin") },
          ),
          orphans: fc.constantFrom("refuse", "refuse", "archive"),
          lastAdmin,
        })
        .filter(({ userIds, successor }) => range.hasInvalid || successor === null || !userIds.includes(successor)),
    ),
    updateOrganization: stepsOf("updateOrganization", fc.record({ ...byActor, name: optionalName })),
    updateProfiles: stepsOf("updateProfiles", fc.record({ ...batch, members: batchOf(newProfile, userOf, range) })),

    createWorkspace: stepsOf(
      "createWorkspace",
      fc.record({
        ...byActor,
        workspaceId: range.newWorkspaceId,
        name: range.workspaceName,
        description: range.description,
        admin: range.admin,
        addEveryone: range.addEveryone,
      }),
    ),
    updateWorkspace: stepsOf(
      "updateWorkspace",
      fc.record({ ...inWorkspace, name: optionalName, description: range.description }),
    ),
    archiveWorkspace: stepsOf("archiveWorkspace", fc.record(inWorkspace)),
    restoreWorkspace: stepsOf(
      "restoreWorkspace",
      fc.record({
        ...byActor,
        workspaceId: range.restoredWorkspaceId,
        name: optionalName,
        admin: range.restoredAdmin,
      }),
    ),

    addMembers: stepsOf("addMembers", members),
    changeRoles: stepsOf("changeRoles", members),
    setMembers: stepsOf("setMembers", members),
    removeMembers: stepsOf(
      "removeMembers",
      fc.record({ ...workspaceBatch, userIds: batchOf(range.workspaceUserId, String, range) }),
    ),
    leaveWorkspace: stepsOf(
      "leaveWorkspace",
      fc.record({ ...inWorkspace, actor: range.leaver.map((userId) => ({ userId })) }),
    ),
    undoAddMembers: stepsOf("undoAddMembers", fc.record({ ...byActor, operationId: range.operationId })),
  };
}

/** Any command. A command without a weight of its own has its usual one. */
export function anyCommandIn(
  range: CommandRange,
  weights: Partial<Record<Step["command"], number>> = {},
): fc.Arbitrary<Step> {
  const commands = commandsIn(range);
  const names = Object.keys(usualWeights) as Step["command"][];
  return fc.oneof(...names.map((name) => ({ weight: weights[name] ?? usualWeights[name], arbitrary: commands[name] })));
}

/** Any command about many users at once. */
export function anyBatchIn(range: CommandRange): fc.Arbitrary<BatchStep> {
  const commands = commandsIn(range);
  return fc.oneof(
    commands.addOrganizationMembers,
    commands.changeOrganizationRoles,
    commands.removeOrganizationMembers,
    commands.updateProfiles,
    commands.addMembers,
    commands.changeRoles,
    commands.setMembers,
    commands.removeMembers,
  );
}

function stepsOf<Name extends Step["command"]>(
  command: Name,
  input: fc.Arbitrary<StepOf<Name>["input"]>,
): fc.Arbitrary<StepOf<Name>> {
  return input.map((drawn) => ({ command, input: drawn }) as StepOf<Name>);
}

/** One to six items about different users, mostly at most three; with `hasInvalid` sometimes none, or a user twice. */
function batchOf<Item>(
  item: fc.Arbitrary<Item>,
  userIdOf: (item: Item) => string,
  { hasInvalid }: CommandRange,
): fc.Arbitrary<readonly Item[]> {
  const distinct = { selector: userIdOf, minLength: 1, size: "max" } as const;
  const small = { weight: 40, arbitrary: fc.uniqueArray(item, { ...distinct, maxLength: 3 }) };
  const large = { weight: 8, arbitrary: fc.uniqueArray(item, { ...distinct, maxLength: 6 }) };
  if (!hasInvalid) return fc.oneof(small, large);
  const repeating = fc
    .array(item, { minLength: 1, maxLength: 3, size: "max" })
    .map((items) => [...items, ...items.slice(0, 1)]);
  return fc.oneof(small, large, fc.constant([]), { weight: 2, arbitrary: repeating });
}

function userOf({ userId }: { readonly userId: string }): string {
  return userId;
}
