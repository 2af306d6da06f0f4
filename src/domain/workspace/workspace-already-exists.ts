/** The organization already has a workspace with this id. Without an id in the command a fresh one is made. */
export interface WorkspaceAlreadyExists {
  readonly code: "workspace_already_exists";
}

export function workspaceAlreadyExists(): WorkspaceAlreadyExists {
  return { code: "workspace_already_exists" };
}
