import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Access, AccessOf } from "../../domain/authority/access.ts";
import { explainAccess, explainAccessMany, permissionsIn } from "../../domain/authority/explain-access.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { Runtime } from "../engine/runtime.ts";
import { askPermissionParser, parseAskAccess, parseAskAccessMany, type AskAccess } from "../schemas/access-schema.ts";
import { runnableQuery, type RunnableQuery } from "../engine/query-runner.ts";

/** The refusals of `access` and `can`. */
export type AccessRefusal = OrganizationNotFound | WorkspaceNotFound;

const accessNeed = ({ workspaceId, userId }: AskAccess) => ({
  members: [userId],
  workspaces: [workspaceId],
  assignments: [{ workspaceId, userIds: [userId] }],
});

/** What a user may do in a workspace, and why. */
export function runnableAccess(runtime: Runtime): RunnableQuery<Access, AccessRefusal> {
  return runnableQuery(runtime, {
    parse: parseAskAccess,
    need: (asked) => ({ ...accessNeed(asked), grants: true }),
    answer: (facts, asked, { grants }) => explainAccess(facts, asked, grants, runtime),
  });
}

/** Whether a user has one permission in a workspace. */
export function runnableCan(runtime: Runtime): RunnableQuery<boolean, AccessRefusal> {
  return runnableQuery(runtime, {
    parse: askPermissionParser(runtime),
    need: accessNeed,
    answer: (facts, asked) => permissionsIn(facts, asked, runtime).map((held) => held.includes(asked.permission)),
  });
}

/** The access of many users to many workspaces, pair by pair. */
export function runnableAccessMany(runtime: Runtime): RunnableQuery<readonly AccessOf[], OrganizationNotFound> {
  return runnableQuery(runtime, {
    parse: parseAskAccessMany,
    need: ({ workspaceIds, userIds }) => ({
      members: userIds,
      workspaces: workspaceIds,
      assignments: workspaceIds.map((workspaceId) => ({ workspaceId, userIds })),
      grants: true,
    }),
    answer: (facts, asked, { grants }) => explainAccessMany(facts, asked, grants, runtime),
  });
}
