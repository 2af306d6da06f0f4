import type { QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Access, AccessEntry } from "../../domain/authority/access.ts";
import { explainAccess, explainAccessMany, permissionsIn } from "../../domain/authority/explain-access.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { Runtime } from "../engine/runtime.ts";
import { boundedArray } from "../schemas/bounded-array.ts";
import { permission, userId, workspaceId } from "../schemas/fields.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";
import { queryFields, type QueryInput } from "../schemas/query-fields.ts";
import { runnableQuery, type RunnableQuery } from "../engine/query-runner.ts";

/** The input of `access`. */
export interface AccessInput extends QueryInput {
  readonly workspaceId: string;
  readonly userId: string;
}

/** The input of `can`. */
export interface CanInput<Permission extends string> extends AccessInput {
  /** A permission of the host's catalogue or of the library. */
  readonly permission: Permission;
}

/** The input of `accessMany`. */
export interface AccessManyInput extends QueryInput {
  /** At least one of each, and at most 10,000 pairs. */
  readonly workspaceIds: readonly string[];
  readonly userIds: readonly string[];
}

/** What `access` and `can` can fail with. */
export type AccessError = OrganizationNotFound | WorkspaceNotFound | QueryFailure;

/** The errors of `accessMany`. */
export type AccessManyError = OrganizationNotFound | QueryFailure;

type Refusal = OrganizationNotFound | WorkspaceNotFound;

/** The most pairs of a workspace and a user that one query takes. */
const maxPairs = 10_000;

const pairFields = { ...queryFields, workspaceId, userId };

export function accessSchema() {
  return z.strictObject(pairFields);
}

export function canSchema({ workspaceRoles }: ParserContext) {
  return z.strictObject({ ...pairFields, permission: permission(workspaceRoles) });
}

export function accessManySchema() {
  return z
    .strictObject({
      ...queryFields,
      workspaceIds: boundedArray(workspaceId, maxPairs),
      userIds: boundedArray(userId, maxPairs),
    })
    .superRefine(({ workspaceIds, userIds }, ctx) => {
      if (workspaceIds.length * userIds.length <= maxPairs) return;
      ctx.addIssue({ code: "custom", message: `must name at most ${maxPairs} pairs of a workspace and a user` });
    });
}

const parseAccess = parserOf(accessSchema());
const parseAccessMany = parserOf(accessManySchema());

const accessNeed = ({ workspaceId, userId }: { readonly workspaceId: WorkspaceId; readonly userId: UserId }) => ({
  members: [userId],
  workspaces: [workspaceId],
  assignments: [{ workspaceId, userIds: [userId] }],
});

/** What a user may do in a workspace, and why. */
export function runnableAccess(runtime: Runtime): RunnableQuery<Access, Refusal> {
  return runnableQuery(runtime, {
    parse: parseAccess,
    need: (request) => ({ ...accessNeed(request), grantingEvents: true }),
    answer: (facts, request, { grantingEvents }) => explainAccess(facts, request, grantingEvents, runtime),
  });
}

/** Whether a user has one permission in a workspace. */
export function runnableCan(runtime: Runtime): RunnableQuery<boolean, Refusal> {
  const parse = parserOf(canSchema(runtime));
  return runnableQuery(runtime, {
    parse,
    need: accessNeed,
    answer: (facts, request) =>
      permissionsIn(facts, request, runtime).map((permissions) => permissions.includes(request.permission)),
  });
}

/** The access of many users to many workspaces, pair by pair. */
export function runnableAccessMany(runtime: Runtime): RunnableQuery<readonly AccessEntry[], OrganizationNotFound> {
  return runnableQuery(runtime, {
    parse: parseAccessMany,
    need: ({ workspaceIds, userIds }) => ({
      members: userIds,
      workspaces: workspaceIds,
      assignments: workspaceIds.map((workspaceId) => ({ workspaceId, userIds })),
      grantingEvents: true,
    }),
    answer: (facts, request, { grantingEvents }) => explainAccessMany(facts, request, grantingEvents, runtime),
  });
}
