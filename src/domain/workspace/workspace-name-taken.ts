import type { WorkspaceId } from "../values/ids.ts";

/** Another active workspace of the organization has this name; case and accents are ignored (rule W2). */
export interface WorkspaceNameTaken {
  readonly code: "workspace_name_taken";
  /** The workspace that has the name. */
  readonly workspaceId: WorkspaceId;
  /** The requested name. */
  readonly name: string;
}

export function workspaceNameTaken(workspaceId: WorkspaceId, name: string): WorkspaceNameTaken {
  return { code: "workspace_name_taken", workspaceId, name };
}
