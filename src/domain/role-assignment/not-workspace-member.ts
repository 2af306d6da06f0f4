import type { UserId } from "../values/ids.ts";

/** The user holds no role in the workspace, so there is none to change or remove (rule M8). */
export interface NotWorkspaceMember {
  readonly code: "not_workspace_member";
  readonly userId: UserId;
}

export function notWorkspaceMember(userId: UserId): NotWorkspaceMember {
  return { code: "not_workspace_member", userId };
}
