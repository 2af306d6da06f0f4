import { err, ok, type Result } from "neverthrow";
import { organizationNotFound, type OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { RosterEvent } from "../facts/event.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { workspaceNotFound, type WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Access, AccessDenial, AccessEntry, AccessReason } from "./access.ts";
import { type Right, rightsOf } from "./rights.ts";
import { assignmentKey, type RoleAssignment } from "../role-assignment/role-assignment.ts";

type AccessRules = Pick<DecisionContext, "policy" | "workspaceRoles">;

interface Pair {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
}

/** Explains the access of a user to a workspace (rules A1, A2, W3, X1). `grants` has the event that gave the role. */
export function explainAccess(
  facts: OrganizationFacts,
  pair: Pair,
  grants: readonly RosterEvent[],
  rules: AccessRules,
): Result<Access, OrganizationNotFound | WorkspaceNotFound> {
  return workspaceIn(facts, pair.workspaceId).map((workspace) =>
    explain(facts, workspace, pair.userId, bySequence(grants), rules),
  );
}

/** Explains the access of each user to each workspace, workspace by workspace. */
export function explainAccessMany(
  facts: OrganizationFacts,
  { workspaceIds, userIds }: { readonly workspaceIds: readonly WorkspaceId[]; readonly userIds: readonly UserId[] },
  grants: readonly RosterEvent[],
  rules: AccessRules,
): Result<readonly AccessEntry[], OrganizationNotFound> {
  if (facts.organization === null) return err(organizationNotFound());
  const grantsBySequence = bySequence(grants);
  return ok(
    workspaceIds.flatMap((workspaceId) => {
      const workspace = facts.workspaces.get(workspaceId);
      return userIds.map((userId) => {
        const access = workspace === undefined ? null : explain(facts, workspace, userId, grantsBySequence, rules);
        return { workspaceId, userId, access };
      });
    }),
  );
}

/** The user's permissions in the workspace, without the reasons. */
export function permissionsIn(
  facts: OrganizationFacts,
  { workspaceId, userId }: Pair,
  rules: AccessRules,
): Result<readonly string[], OrganizationNotFound | WorkspaceNotFound> {
  return workspaceIn(facts, workspaceId).map((workspace) =>
    permissionsOfAll(rightsIn(facts, workspace, userId, rules)),
  );
}

function workspaceIn(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
): Result<Workspace, OrganizationNotFound | WorkspaceNotFound> {
  if (facts.organization === null) return err(organizationNotFound());
  const workspace = facts.workspaces.get(workspaceId);
  return workspace === undefined ? err(workspaceNotFound()) : ok(workspace);
}

function explain(
  facts: OrganizationFacts,
  workspace: Workspace,
  userId: UserId,
  grants: ReadonlyMap<number, RosterEvent>,
  rules: AccessRules,
): Access {
  const assignment = facts.assignments.get(assignmentKey(workspace.workspaceId, userId));
  const rights = rightsIn(facts, workspace, userId, rules).filter(({ permissions }) => permissions.length > 0);
  return {
    role: assignment?.role ?? null,
    permissions: permissionsOfAll(rights),
    reasons: rights.flatMap((right) => reasonFor(right, assignment, grants)),
    denials: denialsOf(facts, workspace, userId, assignment, rules),
  };
}

/** An archived workspace grants no permissions (rule W3). */
function rightsIn(
  facts: OrganizationFacts,
  { workspaceId, status }: Workspace,
  userId: UserId,
  rules: AccessRules,
): readonly Right[] {
  return status === "archived" ? [] : rightsOf(facts, workspaceId, { userId }, rules);
}

function permissionsOfAll(rights: readonly Right[]): readonly string[] {
  return [...new Set(rights.flatMap(({ permissions }) => permissions))];
}

function reasonFor(
  { authority }: Right,
  assignment: RoleAssignment | undefined,
  grants: ReadonlyMap<number, RosterEvent>,
): readonly AccessReason[] {
  if (authority !== "workspace_admin") return [{ code: "organization_admin" }];
  const grant = grants.get(assignment?.sequence ?? 0);
  if (assignment === undefined || grant === undefined) return [];
  const { actor, at, operationId } = grant;
  return [{ code: "role_assignment", role: assignment.role, grantedBy: actor, grantedAt: at, operationId }];
}

function denialsOf(
  { members }: OrganizationFacts,
  { status }: Workspace,
  userId: UserId,
  assignment: RoleAssignment | undefined,
  { workspaceRoles }: AccessRules,
): readonly AccessDenial[] {
  const denials: AccessDenial[] = [];
  if (!members.has(userId)) denials.push("not_organization_member");
  else if (assignment === undefined) denials.push("not_workspace_member");
  else if (!Object.hasOwn(workspaceRoles, assignment.role)) denials.push("unknown_role");
  if (status === "archived") denials.push("workspace_archived");
  return denials;
}

function bySequence(events: readonly RosterEvent[]): ReadonlyMap<number, RosterEvent> {
  return new Map(events.map((event) => [event.sequence, event]));
}
