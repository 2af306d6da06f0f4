import { err, ok, type Result } from "neverthrow";
import { organizationNotFound, type OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { DecisionContext } from "../shared/decision.ts";
import type { UserId, WorkspaceId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { workspaceNotFound, type WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { assignmentKey } from "./role-assignment.ts";
import { rightsOf } from "./rights.ts";

/** What a user may do in a workspace and why, or why not. */
export interface Access<Role extends string = string, Permission extends string = string> {
  /** The role they hold there; null for none. Organization admins may administer without one. */
  readonly role: Role | null;
  readonly permissions: readonly Permission[];
  /** What gives the permissions; empty where there are none. */
  readonly reasons: readonly AccessReason<Role>[];
  /** What stands in the way; empty where the user is a member of the active workspace. */
  readonly denials: readonly AccessDenial[];
}

export type AccessReason<Role extends string = string> =
  /** `sequence` is the event that gave the role. */
  | { readonly code: "role_assignment"; readonly role: Role; readonly sequence: number }
  | { readonly code: "organization_admin" };

export type AccessDenial = "not_organization_member" | "not_workspace_member" | "workspace_archived" | "unknown_role";

/** Explains access from the facts (rules A1, A2 and X1). An archived workspace grants nobody anything (rule W3). */
export function explainAccess(
  facts: OrganizationFacts,
  { workspaceId, userId }: { readonly workspaceId: WorkspaceId; readonly userId: UserId },
  context: Pick<DecisionContext, "policy" | "workspaceRoles">,
): Result<Access, OrganizationNotFound | WorkspaceNotFound> {
  if (facts.organization === null) return err(organizationNotFound());
  const workspace = facts.workspaces.get(workspaceId);
  if (workspace === undefined) return err(workspaceNotFound());

  const assignment = facts.assignments.get(assignmentKey(workspaceId, userId));
  const denials: AccessDenial[] = [];
  if (!facts.members.has(userId)) denials.push("not_organization_member");
  else if (assignment === undefined) denials.push("not_workspace_member");
  else if (!Object.hasOwn(context.workspaceRoles, assignment.role)) denials.push("unknown_role");
  if (workspace.status === "archived") denials.push("workspace_archived");

  const rights = workspace.status === "archived" ? [] : rightsOf(facts, workspaceId, { userId }, context);
  const reasons: AccessReason[] = rights
    .filter(({ permissions }) => permissions.length > 0)
    .map(({ authority }) =>
      authority === "workspace_admin" && assignment !== undefined
        ? { code: "role_assignment", role: assignment.role, sequence: assignment.sequence }
        : { code: "organization_admin" },
    );
  return ok({
    role: assignment?.role ?? null,
    permissions: [...new Set(rights.flatMap(({ permissions }) => permissions))],
    reasons,
    denials,
  });
}
