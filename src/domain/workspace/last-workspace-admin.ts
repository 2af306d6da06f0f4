import type { WorkspaceId } from "../values/ids.ts";

/** The command would leave an active workspace without an admin (rule M9). Nothing was written, in either mode. */
export interface LastWorkspaceAdmin {
  readonly code: "last_workspace_admin";
  /** Every workspace that would be left without an admin, in byte order. */
  readonly workspaceIds: readonly WorkspaceId[];
}

export function lastWorkspaceAdmin(workspaceIds: readonly WorkspaceId[]): LastWorkspaceAdmin {
  return { code: "last_workspace_admin", workspaceIds };
}
