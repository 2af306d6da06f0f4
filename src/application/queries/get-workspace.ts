import type { Result } from "neverthrow";
import { z } from "zod";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { findWorkspace } from "../../domain/authority/find-workspace.ts";
import { maySeeWorkspace } from "../../domain/authority/read-authority.ts";
import { rightsOf } from "../../domain/authority/rights.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import { type OrganizationFacts, roleIn } from "../../domain/facts/organization-facts.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { OrganizationId, WorkspaceId } from "../../domain/values/ids.ts";
import { adminCount, memberCount, type RoleCounts } from "../../domain/workspace/role-counts.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { Workspace, WorkspaceStatus } from "../../domain/workspace/workspace.ts";
import { membersNeed } from "../engine/needs.ts";
import type { QueryFailure } from "../engine/errors.ts";
import { runnableQuery, type RunnableQuery } from "../engine/query-runner.ts";
import type { Runtime } from "../engine/runtime.ts";
import { actor, type ActorInput, workspaceId } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { queryFields, type QueryInput } from "../schemas/query-fields.ts";

/** The input of `getWorkspace`. */
export interface GetWorkspaceInput extends QueryInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
}

/** A workspace, and what the one who asks may do in it. */
export interface WorkspaceDetails<Role extends string = string, Permission extends string = string> {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly memberCount: number;
  /** The number of members whose role has `members:manage`. */
  readonly adminCount: number;
  /** The number of members by role; 0 for a role of the catalogue that nobody holds. */
  readonly roleCounts: Readonly<Record<Role, number>>;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
  /** The asker's role in the workspace, or null. */
  readonly role: Role | null;
  /** The asker's permissions in the workspace. An archived workspace gives none. */
  readonly permissions: readonly Permission[];
}

/** The errors of `getWorkspace`. */
export type GetWorkspaceError = OrganizationNotFound | WorkspaceNotFound | Forbidden | QueryFailure;

type Refusal = OrganizationNotFound | WorkspaceNotFound | Forbidden;

export function getWorkspaceSchema() {
  return z.strictObject({ ...queryFields, workspaceId, actor });
}

interface GetWorkspace {
  readonly organizationId: OrganizationId;
  readonly atLeast: number | null;
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
}

/** A workspace as those see it who may list its members (rule A5). */
export const getWorkspace = {
  parse: parserOf(getWorkspaceSchema()),
  need: (request: GetWorkspace) => membersNeed(request.workspaceId, request.actor, []),
  judge: maySeeWorkspace,
  answer: (facts: OrganizationFacts, request: GetWorkspace, rules: Rules): Result<WorkspaceDetails, Refusal> =>
    maySeeWorkspace(facts, request)
      .andThen(() => findWorkspace(facts, request.workspaceId, request.actor))
      .map((workspace) => detailsOf(facts, workspace, request.actor, rules)),
};

export function runnableGetWorkspace(runtime: Runtime): RunnableQuery<WorkspaceDetails, Refusal> {
  const { answer, ...query } = getWorkspace;
  return runnableQuery(runtime, { ...query, answer: (facts, request) => answer(facts, request, runtime) });
}

type Rules = Pick<DecisionContext, "policy" | "workspaceRoles">;

function detailsOf(facts: OrganizationFacts, workspace: Workspace, asker: Actor, rules: Rules): WorkspaceDetails {
  const { roleCounts, ...fields } = workspace;
  const rights = workspace.status === "archived" ? [] : rightsOf(facts, workspace.workspaceId, asker, rules);
  return {
    ...fields,
    memberCount: memberCount(roleCounts),
    adminCount: adminCount(roleCounts, rules.workspaceRoles),
    roleCounts: countsByRole(roleCounts, rules.workspaceRoles),
    role: "userId" in asker ? (roleIn(facts, workspace.workspaceId, asker.userId) ?? null) : null,
    permissions: [...new Set(rights.flatMap(({ permissions }) => permissions))],
  };
}

/** The counts of all roles: of the catalogue in its order, then of roles that it no longer knows. */
function countsByRole(counts: RoleCounts, roles: WorkspaceRoles): Readonly<Record<string, number>> {
  return { ...Object.fromEntries(Object.keys(roles).map((role) => [role, 0])), ...Object.fromEntries(counts) };
}
