/** The organization has no such workspace. One that belongs to another organization gives the same answer. */
export interface WorkspaceNotFound {
  readonly code: "workspace_not_found";
}

export function workspaceNotFound(): WorkspaceNotFound {
  return { code: "workspace_not_found" };
}
