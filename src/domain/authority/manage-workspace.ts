import { err, ok, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import { rightsOf, rightTo } from "./rights.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { Command } from "../values/command.ts";
import type { DecisionContext } from "../facts/decision.ts";
import { forbidden, type Forbidden } from "./forbidden.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findActiveWorkspace } from "./find-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";

/** A command about one workspace itself. */
export interface ManageWorkspace extends Command {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
}

/** The workspace after a command about it. */
export interface WorkspaceResult {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}

/** The refusals of every command that manages a workspace. */
export type ManageWorkspaceRefusal = OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden;

/** The active workspace, and the authority by which the actor manages its settings (rules A1, A2, W3). */
export function managedWorkspace(
  facts: OrganizationFacts,
  { workspaceId, actor }: ManageWorkspace,
  context: DecisionContext,
): Result<{ readonly workspace: Workspace; readonly authority: Authority }, ManageWorkspaceRefusal> {
  const workspace = findActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  const right = rightTo(rightsOf(facts, workspaceId, actor, context), "settings:manage");
  return right === null
    ? err(forbidden("settings:manage"))
    : ok({ workspace: workspace.value, authority: right.authority });
}
