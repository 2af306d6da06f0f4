import type { WorkspaceId } from "../values/ids.ts";

/** An active workspace of the organization has this name, apart from case and accents (rule W2). */
export interface WorkspaceNameTaken {
  readonly code: "workspace_name_taken";
  readonly workspaceId: WorkspaceId;
  /** The name that was asked for. */
  readonly name: string;
}

export function workspaceNameTaken(workspaceId: WorkspaceId, name: string): WorkspaceNameTaken {
  return { code: "workspace_name_taken", workspaceId, name };
}
