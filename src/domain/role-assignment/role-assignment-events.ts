import type { UserId, WorkspaceId } from "../shared/ids.ts";

export interface WorkspaceMemberAdded {
  readonly type: "workspace.member.added";
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly role: string;
}
