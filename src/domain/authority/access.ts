import type { Actor } from "../values/actor.ts";
import type { OperationId, UserId, WorkspaceId } from "../values/ids.ts";

/** What a user may do in a workspace and why, or why not. */
export interface Access<Role extends string = string, Permission extends string = string> {
  /** The role they hold there; null for none. Organization admins may administer without one. */
  readonly role: Role | null;
  readonly permissions: readonly Permission[];
  /** What gives the permissions; empty where there are none. */
  readonly reasons: readonly AccessReason<Role>[];
  /** What stands in the way; empty where the user is a member of the active workspace with a known role. */
  readonly denials: readonly AccessDenial[];
}

/** Why a user has permissions in a workspace. */
export type AccessReason<Role extends string = string> = RoleAssignmentReason<Role> | OrganizationAdminReason;

/** They hold a role in the workspace: who gave it, when (ISO 8601 in UTC), and in which operation. */
export interface RoleAssignmentReason<Role extends string = string> {
  readonly code: "role_assignment";
  readonly role: Role;
  readonly grantedBy: Actor;
  readonly grantedAt: string;
  readonly operationId: OperationId;
}

/** They administer every workspace of the organization (rule A2). */
export interface OrganizationAdminReason {
  readonly code: "organization_admin";
}

/** Why a user has no permissions in a workspace. */
export type AccessDenial = "not_organization_member" | "not_workspace_member" | "workspace_archived" | "unknown_role";

/** The access of one user to one workspace; null where the organization has no such workspace. */
export interface AccessEntry<Role extends string = string, Permission extends string = string> {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly access: Access<Role, Permission> | null;
}
