import { err, ok, type Result } from "neverthrow";
import { organizationAuthority, findOrganization } from "./organization-authority.ts";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import { forbidden, type Forbidden } from "./forbidden.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { findActiveWorkspace, findWorkspace } from "./find-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { assignmentKey } from "../role-assignment/role-assignment.ts";
import { rightsOf, rightTo } from "./rights.ts";

type AccessRules = Pick<DecisionContext, "policy" | "workspaceRoles">;

/** Only organization admins and systems may read an organization's members, workspaces and events (rule A5). */
export function mayReadOrganization(
  facts: OrganizationFacts,
  actor: Actor,
): Result<null, OrganizationNotFound | Forbidden> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  return organizationAuthority(facts, actor) === null ? err(forbidden("organization:admin")) : ok(null);
}

/** Those who may see a workspace may list its members (rule A5). */
export const mayListMembers = maySeeWorkspace;

/** Organization admins and systems may see a workspace; while it is active, so may its members (rule A5). */
export function maySeeWorkspace(
  facts: OrganizationFacts,
  { workspaceId, actor }: { readonly workspaceId: WorkspaceId; readonly actor: Actor },
): Result<null, OrganizationNotFound | WorkspaceNotFound | Forbidden> {
  const workspace = findWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  if (organizationAuthority(facts, actor) !== null) return ok(null);
  const isMember = "userId" in actor && facts.assignments.has(assignmentKey(workspaceId, actor.userId));
  return isMember && workspace.value.status === "active" ? ok(null) : err(forbidden("workspace:member"));
}

/** Only actors who may add members to the active workspace may see its candidates (rule A5). */
export function maySeeCandidates(
  facts: OrganizationFacts,
  { workspaceId, actor }: { readonly workspaceId: WorkspaceId; readonly actor: Actor },
  rules: AccessRules,
): Result<null, OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden> {
  const workspace = findActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  const right = rightTo(rightsOf(facts, workspaceId, actor, rules), "members:manage");
  return right === null ? err(forbidden("members:manage")) : ok(null);
}

/** Organization admins and systems may read all events; admins of an active workspace may read its events (rule A5). */
export function mayReadEvents(
  facts: OrganizationFacts,
  { workspaceId, actor }: { readonly workspaceId: WorkspaceId | null; readonly actor: Actor },
  rules: AccessRules,
): Result<null, OrganizationNotFound | WorkspaceNotFound | Forbidden> {
  if (workspaceId === null) return mayReadOrganization(facts, actor);
  const workspace = findWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);
  if (organizationAuthority(facts, actor) !== null) return ok(null);
  const isAdmin = rightTo(rightsOf(facts, workspaceId, actor, rules), "members:manage") !== null;
  return isAdmin && workspace.value.status === "active" ? ok(null) : err(forbidden("members:manage"));
}
