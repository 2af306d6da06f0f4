import { err, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { BatchMode } from "../values/batch.ts";
import type { Command } from "../values/command.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { Forbidden } from "./forbidden.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { findActiveWorkspace } from "./find-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { authorityToGrant } from "./authority-to-grant.ts";

/** A command that manages many members of one workspace. */
export interface ManageMembers extends Command {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly mode: BatchMode;
}

/** Why the actor cannot manage any members of the workspace. */
export type ManageMembersRefusal = OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden;

/** The authority by which the actor grants or removes these roles in the active workspace (rules A1 to A3, W3). */
export function authorityToManage(
  facts: OrganizationFacts,
  { workspaceId, actor }: Pick<ManageMembers, "workspaceId" | "actor">,
  roles: readonly string[],
  context: DecisionContext,
): Result<Authority, ManageMembersRefusal> {
  const workspace = findActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  return authorityToGrant(facts, { workspaceId, actor }, roles, context);
}
