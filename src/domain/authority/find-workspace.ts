import { err, ok, type Result } from "neverthrow";
import { findOrganization } from "./organization-authority.ts";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor } from "../values/actor.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { workspaceArchived, type WorkspaceArchived } from "../workspace/workspace-archived.ts";
import { workspaceNotFound, type WorkspaceNotFound } from "../workspace/workspace-not-found.ts";

/** The workspace, if the actor is a member of its organization or a system. Strangers get `organization_not_found` (rule A7). */
export function findWorkspace(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  actor: Actor,
): Result<Workspace, OrganizationNotFound | WorkspaceNotFound> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  const workspace = facts.workspaces.get(workspaceId);
  return workspace === undefined ? err(workspaceNotFound()) : ok(workspace);
}

/** The same, but refuses if the workspace is archived: then nothing may change (rule W3). */
export function findActiveWorkspace(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  actor: Actor,
): Result<Workspace, OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived> {
  return findWorkspace(facts, workspaceId, actor).andThen((workspace) =>
    workspace.status === "archived" ? err(workspaceArchived()) : ok(workspace),
  );
}
