import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import { anyCommandIn, commandsIn } from "../commands/generate-commands.ts";
import type { CommandRange } from "../commands/command-range.ts";
import type { Call, Question } from "./call.ts";
import * as values from "./values.ts";

/** The next request. Placeholders like `role#2`, and the command that a resend repeats, are looked up when it is played. */
export type Plan = Call | Question | Resend;

export interface Resend {
  /** Which of the earlier commands under a key; 0 for the latest. */
  readonly resent: number;
  /** Prefers commands whose actor has left the organization since. */
  readonly byStrangers: boolean;
  /** Who sends it this time; null for the same actor. */
  readonly actor: ActorInput | null;
  readonly isPreview: boolean;
}

const organizationId = fc.oneof(
  { weight: 16, arbitrary: fc.constant<string>(values.north) },
  { weight: 3, arbitrary: fc.constant(values.south) },
  { weight: 1, arbitrary: fc.constant(values.nowhere) },
);
const userId = fc.constantFrom<string>(...values.userIds);
const sender = fc.constantFrom<string>(...values.userIds, ...values.userIds, values.outsider);
const user = sender.map((id): ActorInput => ({ userId: id }));
const actor = fc.oneof({ weight: 9, arbitrary: user }, { weight: 2, arbitrary: fc.constant(values.scim) });
const organizationAdmin = fc.constantFrom("admin#0", "admin#1").map((id): ActorInput => ({ userId: id }));
const manager = fc.constantFrom("manager#0", "manager#1").map((id): ActorInput => ({ userId: id }));
const workspaceId = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string>(values.workspaceIds[0]) },
  { weight: 2, arbitrary: fc.constantFrom<string>(...values.workspaceIds) },
);
const isPreview = fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

// No optional field is left out: the laws compare a resend with the first command field by field.
const range: CommandRange = {
  organizationId,
  newOrganizationId: fc.constantFrom<string>(values.north, values.south),
  idempotencyKey: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...values.keys) },
  ),
  mode: fc.constantFrom("atomic", "partial"),
  actor: fc.oneof({ weight: 3, arbitrary: actor }, { weight: 1, arbitrary: organizationAdmin }),
  workspaceActor: fc.oneof({ weight: 2, arbitrary: actor }, { weight: 1, arbitrary: manager }),
  leaver: sender,
  userId,
  changedUserId: userId,
  removedUserId: fc.oneof(
    { weight: 4, arbitrary: userId },
    { weight: 2, arbitrary: fc.constantFrom("self#0", "sender#0") },
    { weight: 1, arbitrary: fc.constantFrom("archivedManager#0", "archivedManager#1") },
  ),
  successor: fc.option(userId, { freq: 3 }),
  organizationRole: fc.constantFrom(...values.organizationRoles),
  displayName: fc.constantFrom("Ada", "Bo", "Cy"),
  email: fc.constant(null),
  workspaceId,
  newWorkspaceId: fc.constantFrom<string>(...values.workspaceIds.slice(2)),
  restoredWorkspaceId: fc.oneof(workspaceId, fc.constantFrom("archived#0", "archived#1")),
  workspaceName: fc.constantFrom(...values.workspaceNames),
  description: fc.constantFrom("", "Changed"),
  addEveryone: fc.boolean(),
  admin: userId,
  restoredAdmin: fc.option(userId, { freq: 2 }),
  workspaceUserId: fc.oneof(userId, fc.constantFrom("holder#0", "holder#1", "holder#2")),
  workspaceRole: fc.nat(4).map((index) => `role#${index}`),
  operationId: fc.nat(2).map((newest) => `operation#${newest}`),
  hasInvalid: false,
};

/** An organization admin leaves the organization, or the managers of an archived workspace are removed. */
const departures = commandsIn({
  ...range,
  actor: fc.oneof(organizationAdmin, fc.constant(values.scim)),
  removedUserId: fc.constantFrom("self#0", "self#0", "archivedManager#0", "archivedManager#1", "archivedManager#2"),
}).removeOrganizationMembers;

const calls: fc.Arbitrary<Call> = fc
  .tuple(
    fc.oneof(
      {
        weight: 17,
        arbitrary: anyCommandIn(range, { addMembers: 6, changeRoles: 6, setMembers: 8, removeMembers: 6 }),
      },
      { weight: 1, arbitrary: departures },
    ),
    isPreview,
  )
  // The range above names every organization that is created, which the type of its input leaves open.
  .map(([step, preview]) => ({ ...step, isPreview: preview }) as Call);

const resend = fc.record({
  resent: fc.nat(3),
  byStrangers: fc.boolean(),
  actor: fc.option(user, { freq: 2 }),
  isPreview,
});

const reader = { organizationId, actor };
const questions: fc.Arbitrary<Question> = fc.oneof(
  asking("listMembers", { ...reader, workspaceId }),
  asking("candidates", { ...reader, workspaceId }),
  asking("events", { ...reader, workspaceId: fc.option(workspaceId, { freq: 2 }) }),
  asking("listWorkspaces", { ...reader, includeArchived: fc.boolean() }),
  asking("listOrganizationMembers", reader),
  asking("workspacesOf", { organizationId, userId: fc.constantFrom(...values.everybody) }),
  asking("accessMany", {
    organizationId,
    workspaceIds: fc.constant(values.workspaceIds),
    userIds: fc.constant(values.everybody),
  }),
);

/** Any request: mostly commands, some resends and some queries. */
export const plan: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 16, arbitrary: calls },
  { weight: 2, arbitrary: resend },
  { weight: 3, arbitrary: questions },
);

function asking(
  query: Question["query"],
  fields: { readonly [Field in keyof Question["input"]]: fc.Arbitrary<Question["input"][Field]> },
): fc.Arbitrary<Question> {
  return fc.record(fields).map((input) => ({ query, input }));
}
