/** An archived workspace refuses every change (rule W3). */
export interface WorkspaceArchived {
  readonly code: "workspace_archived";
}

export function workspaceArchived(): WorkspaceArchived {
  return { code: "workspace_archived" };
}
