/** The organization has no such workspace. A workspace of another organization gives the same answer. */
export interface WorkspaceNotFound {
  readonly code: "workspace_not_found";
}

export function workspaceNotFound(): WorkspaceNotFound {
  return { code: "workspace_not_found" };
}
