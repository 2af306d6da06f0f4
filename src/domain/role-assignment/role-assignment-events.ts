import type { UserId, WorkspaceId } from "../values/ids.ts";

/** The events of workspace members. */
export type RoleAssignmentEvent =
  /** A user joined the workspace. */
  | {
      readonly type: "workspace.member.added";
      readonly workspaceId: WorkspaceId;
      readonly userId: UserId;
      readonly role: string;
    }
  /** A member's role in the workspace changed. */
  | {
      readonly type: "workspace.member.role_changed";
      readonly workspaceId: WorkspaceId;
      readonly userId: UserId;
      readonly role: string;
      readonly previousRole: string;
    }
  /** A member left the workspace. */
  | {
      readonly type: "workspace.member.removed";
      readonly workspaceId: WorkspaceId;
      readonly userId: UserId;
      /** The role they had. */
      readonly role: string;
    };
