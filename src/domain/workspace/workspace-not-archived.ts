/** The workspace is active, so there is nothing to restore. */
export interface WorkspaceNotArchived {
  readonly code: "workspace_not_archived";
}

export function workspaceNotArchived(): WorkspaceNotArchived {
  return { code: "workspace_not_archived" };
}
