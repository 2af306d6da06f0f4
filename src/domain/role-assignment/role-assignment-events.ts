import type { UserId, WorkspaceId } from "../shared/ids.ts";

export interface WorkspaceMemberAddedEvent {
  readonly type: "workspace.member.added";
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly role: string;
}

export interface WorkspaceMemberRoleChangedEvent {
  readonly type: "workspace.member.role_changed";
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly role: string;
  readonly previousRole: string;
}

export interface WorkspaceMemberRemovedEvent {
  readonly type: "workspace.member.removed";
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  /** The role they had. */
  readonly role: string;
}

export type RoleAssignmentEvent =
  WorkspaceMemberAddedEvent | WorkspaceMemberRoleChangedEvent | WorkspaceMemberRemovedEvent;
