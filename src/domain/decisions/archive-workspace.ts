import { err, ok, type Result } from "neverthrow";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import {
  managedWorkspace,
  type ManageWorkspace,
  type ManageWorkspaceRefusal,
  type WorkspaceResult,
} from "../authority/manage-workspace.ts";

/** Decides whether the workspace is archived: from then on it refuses every change and grants no permissions (rule W3). */
export function decideArchiveWorkspace(
  facts: OrganizationFacts,
  command: ManageWorkspace,
  context: DecisionContext,
): Result<Decision<WorkspaceResult>, ManageWorkspaceRefusal> {
  const managed = managedWorkspace(facts, command, context);
  if (managed.isErr()) return err(managed.error);

  const { workspace, authority } = managed.value;
  const { workspaceId, actor } = command;
  const { name, description } = workspace;
  return ok({
    events: stampEvents([{ type: "workspace.archived", workspaceId }], facts, { actor, authority }, context),
    outcome: { workspaceId, name, description },
  });
}
