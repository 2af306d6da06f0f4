import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import type { Call, CallInput, Question } from "./call.ts";
import * as few from "./values.ts";

/**
 * What is asked for next. Texts like `role#2` are looked up when it is their turn (`places.ts`), and so is the command that
 * a resend sends again.
 */
export type Plan = Call | Question | Resend;

export interface Resend {
  /** Which of the earlier commands under a key; 0 for the latest. */
  readonly resent: number;
  /** Of those only, if there are any, whose actor has left the organization since. */
  readonly byStrangers: boolean;
  /** By whom it is sent this time; null for the same actor. */
  readonly actor: ActorInput | null;
  readonly isPreview: boolean;
}

const organizationId = fc.oneof(
  { weight: 16, arbitrary: fc.constant<string>(few.north) },
  { weight: 3, arbitrary: fc.constant(few.south) },
  { weight: 1, arbitrary: fc.constant(few.nowhere) },
);
const userId = fc.constantFrom<string>(...few.userIds);
const user = fc
  .constantFrom<string>(...few.userIds, ...few.userIds, few.outsider)
  .map((id): ActorInput => ({ userId: id }));
const actor = fc.oneof({ weight: 9, arbitrary: user }, { weight: 2, arbitrary: fc.constant(few.scim) });
const workspaceId = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string>(few.workspaceIds[0]) },
  { weight: 2, arbitrary: fc.constantFrom<string>(...few.workspaceIds) },
);
const newWorkspaceId = fc.constantFrom<string>(...few.workspaceIds.slice(2));
const idempotencyKey = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...few.keys) },
);
const isPreview = fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const mode = fc.constantFrom("atomic" as const, "partial" as const);
const role = fc.nat(4).map((index) => `role#${index}`);
const organizationRole = fc.constantFrom(...few.organizationRoles);
const name = fc.constantFrom(...few.workspaceNames);

const chief = fc.constantFrom("chief#0", "chief#1").map((id): ActorInput => ({ userId: id }));
const command = {
  organizationId,
  idempotencyKey,
  actor: fc.oneof({ weight: 3, arbitrary: actor }, { weight: 1, arbitrary: chief }),
};
const manager = fc.constantFrom("manager#0", "manager#1").map((id): ActorInput => ({ userId: id }));
const inWorkspace = {
  ...command,
  actor: fc.oneof({ weight: 2, arbitrary: actor }, { weight: 1, arbitrary: manager }),
  workspaceId,
};
const archivedId = fc.oneof(workspaceId, fc.constantFrom("archived#0", "archived#1"));
const userThere = fc.oneof(userId, fc.constantFrom("holder#0", "holder#1", "holder#2"));
const members = distinct(fc.record({ userId: userThere, role }), (member) => member.userId);
const people = fc.record({ userId, role: organizationRole, displayName: fc.constantFrom("Ada", "Bo") });
const roles = fc.record({ userId, role: organizationRole });
const leaver = fc.oneof(
  { weight: 4, arbitrary: userId },
  { weight: 2, arbitrary: fc.constantFrom("self#0", "sender#0") },
  { weight: 1, arbitrary: fc.constantFrom("keeper#0", "keeper#1") },
);
const userIdsOf = distinct(userThere, String);

const calls: fc.Arbitrary<Call> = fc.oneof(
  { weight: 8, arbitrary: calling("setMembers", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("addMembers", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("changeRoles", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("removeMembers", { ...inWorkspace, userIds: userIdsOf, mode }) },
  { weight: 2, arbitrary: calling("leaveWorkspace", { ...inWorkspace, actor: user }) },
  {
    weight: 4,
    arbitrary: calling("undoAddMembers", { ...command, operationId: fc.nat(2).map((back) => `operation#${back}`) }),
  },
  {
    weight: 4,
    arbitrary: calling("createWorkspace", {
      ...command,
      workspaceId: newWorkspaceId,
      name,
      description: fc.constant(""),
      admin: userId,
      addEveryone: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: calling("updateWorkspace", { ...inWorkspace, name, description: fc.constant("Changed") }) },
  { weight: 2, arbitrary: calling("archiveWorkspace", inWorkspace) },
  {
    weight: 3,
    arbitrary: calling("restoreWorkspace", {
      ...command,
      workspaceId: archivedId,
      name: fc.option(name, { nil: undefined, freq: 2 }),
      admin: fc.option(userId, { freq: 2 }),
    }),
  },
  { weight: 5, arbitrary: calling("addOrganizationMembers", { ...command, members: distinct(people, userOf), mode }) },
  { weight: 4, arbitrary: calling("changeOrganizationRoles", { ...command, members: distinct(roles, userOf), mode }) },
  {
    weight: 5,
    arbitrary: calling("removeOrganizationMembers", {
      ...command,
      userIds: distinct(leaver, String, 2),
      successor: fc.option(userId, { freq: 3 }),
      mode,
    }).filter(({ input: { userIds = [], successor } }) => !userIds.includes(successor ?? "")),
  },
  // Whoever administers the organization leaves it, or whoever manages an archived workspace is removed.
  {
    weight: 3,
    arbitrary: calling("removeOrganizationMembers", {
      ...command,
      actor: fc.oneof(chief, fc.constant(few.scim)),
      userIds: fc.constantFrom(["self#0"], ["self#0"], ["keeper#0"], ["keeper#0", "keeper#1", "keeper#2"]),
      successor: fc.option(userId),
      mode,
    }),
  },
  {
    weight: 1,
    arbitrary: calling("updateProfiles", {
      ...command,
      members: distinct(fc.record({ userId, displayName: fc.constantFrom("Bo", "Cy") }), userOf),
      mode,
    }),
  },
  {
    weight: 1,
    arbitrary: calling("createOrganization", {
      organizationId: fc.constantFrom<string>(few.north, few.south),
      idempotencyKey,
      name: fc.constant("Organization"),
      owner: user.map((founder) => ({ userId: "userId" in founder ? founder.userId : "", displayName: "Owner" })),
    }),
  },
);

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
  asking("workspacesOf", { organizationId, userId: fc.constantFrom(...few.everybody) }),
  asking("accessMany", {
    organizationId,
    workspaceIds: fc.constant(few.workspaceIds),
    userIds: fc.constant(few.everybody),
  }),
);

/** Any request: mostly commands, some of them resent, and questions between them. */
export const plan: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 16, arbitrary: calls },
  { weight: 2, arbitrary: resend },
  { weight: 3, arbitrary: questions },
);

function calling(
  name: Call["command"],
  fields: { readonly [Field in keyof CallInput]: fc.Arbitrary<CallInput[Field]> },
): fc.Arbitrary<Call> {
  return fc.tuple(fc.record(fields), isPreview).map(([input, preview]): Call => ({
    command: name,
    isPreview: preview,
    input,
  }));
}

function asking(
  query: Question["query"],
  fields: { readonly [Field in keyof Question["input"]]: fc.Arbitrary<Question["input"][Field]> },
): fc.Arbitrary<Question> {
  return fc.record(fields).map((input) => ({ query, input }));
}

function distinct<Item>(item: fc.Arbitrary<Item>, selector: (item: Item) => string, maxLength = 3) {
  return fc.uniqueArray(item, { selector, minLength: 1, maxLength, size: "max" });
}

function userOf(item: { readonly userId: string }): string {
  return item.userId;
}
