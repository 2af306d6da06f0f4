import type { WorkspaceId } from "../shared/ids.ts";

/** An active workspace of the organization has this name, apart from case and accents (rule W2). */
export interface WorkspaceNameTaken {
  readonly code: "workspace_name_taken";
  readonly workspaceId: WorkspaceId;
}

export function workspaceNameTaken(workspaceId: WorkspaceId): WorkspaceNameTaken {
  return { code: "workspace_name_taken", workspaceId };
}
