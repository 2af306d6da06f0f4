import fc from "fast-check";
import * as values from "./values.ts";
import type { Question } from "../rules/question.ts";

type QuestionOf<Query extends Question["query"]> = Extract<Question, { readonly query: Query }>;

function asking<Query extends Question["query"]>(
  query: Query,
  input: fc.Arbitrary<QuestionOf<Query>["input"]>,
): fc.Arbitrary<Question> {
  return input.map((drawn) => ({ query, input: drawn }) as QuestionOf<Query>);
}

const { organizationId, workspaceActor: actor, workspaceId, workspaceUserId: userId } = values;
const search = fc.constantFrom(undefined, "", "a", "LAB", "ÀD", "zhou bo", "bo_z", "z", "north");
const read = { organizationId, actor, search };
const pair = { organizationId, workspaceId, userId };

/** Any query of any reader. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  asking("getOrganization", fc.record({ organizationId, actor })),
  asking("getWorkspace", fc.record({ organizationId, actor, workspaceId })),
  asking("listMembers", fc.record({ ...read, workspaceId, role: fc.constantFrom(undefined, "admin", "member") })),
  asking("candidates", fc.record({ ...read, workspaceId })),
  asking("listWorkspaces", fc.record({ ...read, includeArchived: fc.boolean() })),
  asking("workspacesOf", fc.record({ organizationId, userId })),
  asking("listOrganizationMembers", fc.record({ ...read, role: fc.option(values.organizationRole) })),
  asking(
    "events",
    fc.record({
      organizationId,
      actor,
      after: fc.constantFrom(undefined, null, 0, 5, "no cursor", "W10.0"),
      workspaceId: fc.option(workspaceId),
      userId: fc.option(userId, { freq: 2 }),
    }),
  ),
  asking("access", fc.record(pair)),
  asking(
    "can",
    fc.record({ ...pair, permission: fc.constantFrom("settings:manage", "members:manage", "resources:use") }),
  ),
  asking(
    "accessMany",
    fc.record({
      organizationId,
      workspaceIds: fc.uniqueArray(values.newWorkspaceId, { minLength: 1, maxLength: 3 }),
      userIds: fc.uniqueArray(userId, { minLength: 1, maxLength: 3 }),
    }),
  ),
);
