import type { Actor } from "../values/actor.ts";
import type { OperationId, UserId, WorkspaceId } from "../values/ids.ts";

/** What a user may do in a workspace and why, or why not. */
export interface Access<Role extends string = string, Permission extends string = string> {
  /** The user's role in the workspace, or null. Organization admins may administer without one. */
  readonly role: Role | null;
  readonly permissions: readonly Permission[];
  /** What gives the permissions; empty if there are none. */
  readonly reasons: readonly AccessReason<Role>[];
  /** What withholds permissions; empty if the user is a member of the active workspace with a known role. */
  readonly denials: readonly AccessDenial[];
}

/** Why a user has permissions in a workspace. */
export type AccessReason<Role extends string = string> =
  /** The user holds a role in the workspace: who gave it, when (ISO 8601 in UTC, milliseconds), and in which operation. */
  | {
      readonly code: "role_assignment";
      readonly role: Role;
      readonly grantedBy: Actor;
      readonly grantedAt: string;
      readonly operationId: OperationId;
    }
  /** The user administers every workspace of the organization as its admin (rule A2). */
  | { readonly code: "organization_admin" };

/** Why a user lacks permissions in a workspace. */
export type AccessDenial = "not_organization_member" | "not_workspace_member" | "workspace_archived" | "unknown_role";

/** The access of one user to one workspace. `access` is null if the organization has no such workspace. */
export interface AccessEntry<Role extends string = string, Permission extends string = string> {
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly access: Access<Role, Permission> | null;
}
