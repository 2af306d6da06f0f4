import { err, ok, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor, Authority } from "../shared/actor.ts";
import type { BatchMode } from "../shared/batch.ts";
import type { Command } from "../shared/command.ts";
import type { Decision, DecisionContext } from "../shared/decision.ts";
import { evolve } from "../shared/evolve.ts";
import type { Forbidden } from "../shared/forbidden.ts";
import type { UserId, WorkspaceId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { leftWithoutAdmin } from "../workspace/left-without-admin.ts";
import { ownActiveWorkspace } from "../workspace/own-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { authorityToGrant } from "./authority-to-grant.ts";
import { assignmentKey } from "./role-assignment.ts";

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
  const left = leftWithoutAdmin(facts, evolve(facts, decision.events), workspaceRoles);
  return left.length > 0 ? err(lastWorkspaceAdmin(left)) : ok(decision);
}
