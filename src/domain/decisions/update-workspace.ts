import { err, ok, type Result } from "neverthrow";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import {
  managedWorkspace,
  type ManageWorkspace,
  type ManageWorkspaceRefusal,
  type WorkspaceResult,
} from "../authority/manage-workspace.ts";
import { requireFreeName } from "../facts/require-free-name.ts";
import type { WorkspaceNameTaken } from "../workspace/workspace-name-taken.ts";

export interface UpdateWorkspace extends ManageWorkspace {
  /** Undefined keeps it. */
  readonly name: string | undefined;
  /** Undefined keeps it. */
  readonly description: string | undefined;
}

/** The refusals of `updateWorkspace`. */
export type UpdateWorkspaceRefusal = ManageWorkspaceRefusal | WorkspaceNameTaken;

/** Decides whether name and description change (rules W2, W3). Equal values change nothing. */
export function decideUpdateWorkspace(
  facts: OrganizationFacts,
  command: UpdateWorkspace,
  context: DecisionContext,
): Result<Decision<WorkspaceResult>, UpdateWorkspaceRefusal> {
  const managed = managedWorkspace(facts, command, context);
  if (managed.isErr()) return err(managed.error);

  const { workspace, authority } = managed.value;
  const { workspaceId, actor } = command;
  const name = command.name ?? workspace.name;
  const description = command.description ?? workspace.description;
  const free = requireFreeName(facts, name, workspaceId);
  if (free.isErr()) return err(free.error);

  const isChanged = name !== workspace.name || description !== workspace.description;
  const newEvents = isChanged ? [{ type: "workspace.updated", workspaceId, name, description } as const] : [];
  return ok({
    events: stampEvents(newEvents, facts, { actor, authority }, context),
    outcome: { workspaceId, name, description },
  });
}
