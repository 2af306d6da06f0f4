import { err, ok, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { BatchMode } from "../values/batch.ts";
import type { Command } from "../values/command.ts";
import type { Decision, DecisionContext } from "../facts/decision.ts";
import { evolve } from "../facts/evolve.ts";
import type { Forbidden } from "./forbidden.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { leftWithoutAdmin } from "../facts/left-without-admin.ts";
import { ownActiveWorkspace } from "./own-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { adminEvents } from "../facts/admin-events.ts";
import { authorityToGrant } from "./authority-to-grant.ts";
import { assignmentKey } from "../role-assignment/role-assignment.ts";

/** A command that manages many members of one workspace. */
export interface ManageMembers extends Command {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly mode: BatchMode;
}

/** Why members of a workspace cannot be managed at all. */
export type ManageMembersRefusal = OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden;

/** By what right the actor gives or takes away these roles in the active workspace (rules A1 to A3, W3). */
export function authorityToManage(
  facts: OrganizationFacts,
  { workspaceId, actor }: Pick<ManageMembers, "workspaceId" | "actor">,
  roles: readonly string[],
  context: DecisionContext,
): Result<Authority, ManageMembersRefusal> {
  const workspace = ownActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  return authorityToGrant(facts, { workspaceId, actor }, roles, context);
}

/** The role that the user holds in the workspace, or undefined. */
export function roleIn(facts: OrganizationFacts, workspaceId: WorkspaceId, userId: UserId): string | undefined {
  return facts.assignments.get(assignmentKey(workspaceId, userId))?.role;
}

/** The decision, refused as a whole where its end state leaves an active workspace without an admin (rule M9). */
export function keepingWorkspaceAdmins<Outcome>(
  facts: OrganizationFacts,
  decision: Decision<Outcome>,
  { workspaceRoles }: DecisionContext,
): Result<Decision<Outcome>, LastWorkspaceAdmin> {
  const left = leftWithoutAdmin(facts, evolve(facts, adminEvents(decision.events, workspaceRoles)), workspaceRoles);
  return left.length > 0 ? err(lastWorkspaceAdmin(left)) : ok(decision);
}
