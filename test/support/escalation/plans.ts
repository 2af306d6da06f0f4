import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import type { Call, CallInput, Question } from "./call.ts";
import * as few from "./values.ts";

/**
 * What is asked for next. `role#2`, `operation#1` and `sender#0` stand for a role of the catalogue, a recent operation and
 * the actor of a recent command under a key, and a resend for such a command: they are looked up when it is their turn.
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
const user = fc.constantFrom<string>(...few.userIds, ...few.userIds, few.outsider).map((id): ActorInput => ({ userId: id }));
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

const command = { organizationId, idempotencyKey, actor };
const inWorkspace = { ...command, workspaceId };
const members = distinct(fc.record({ userId, role }), (member) => member.userId);
const people = fc.record({ userId, role: organizationRole, displayName: fc.constantFrom("Ada", "Bo") });
const roles = fc.record({ userId, role: organizationRole });
const leaver = fc.oneof({ weight: 3, arbitrary: userId }, { weight: 1, arbitrary: fc.constant("sender#0") });
const userIdsOf = distinct(userId, String);

const calls: fc.Arbitrary<Call> = fc.oneof(
  { weight: 8, arbitrary: calling("setMembers", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("addMembers", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("changeRoles", { ...inWorkspace, members, mode }) },
  { weight: 6, arbitrary: calling("removeMembers", { ...inWorkspace, userIds: userIdsOf, mode }) },
  { weight: 2, arbitrary: calling("leaveWorkspace", { ...inWorkspace, actor: user }) },
  { weight: 4, arbitrary: calling("undo", { ...command, operationId: fc.nat(2).map((back) => `operation#${back}`) }) },
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
  { weight: 3, arbitrary: calling("restoreWorkspace", { ...inWorkspace, name, admin: fc.option(userId) }) },
  { weight: 5, arbitrary: calling("addOrganizationMembers", { ...command, members: distinct(people, userOf), mode }) },
  { weight: 4, arbitrary: calling("changeOrganizationRoles", { ...command, members: distinct(roles, userOf), mode }) },
  {
    weight: 5,
    arbitrary: calling(
      "removeOrganizationMembers",
      { ...command, userIds: distinct(leaver, String, 2), successor: fc.option(userId, { freq: 3 }), mode },
    ).filter(({ input: { userIds = [], successor } }) => !userIds.includes(successor ?? "")),
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
    input: input as CallInput,
  }));
}

function asking(
  query: Question["query"],
  fields: { readonly [Field in keyof Question["input"]]: fc.Arbitrary<Question["input"][Field]> },
): fc.Arbitrary<Question> {
  return fc.record(fields).map((input) => ({ query, input: input as Question["input"] }));
}

function distinct<Item>(item: fc.Arbitrary<Item>, selector: (item: Item) => string, maxLength = 3) {
  return fc.uniqueArray(item, { selector, minLength: 1, maxLength, size: "max" });
}

function userOf(item: { readonly userId: string }): string {
  return item.userId;
}
