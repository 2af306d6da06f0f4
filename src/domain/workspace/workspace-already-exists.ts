/** The organization already has a workspace with this id. Omit the id to have one generated. */
export interface WorkspaceAlreadyExists {
  readonly code: "workspace_already_exists";
}

export function workspaceAlreadyExists(): WorkspaceAlreadyExists {
  return { code: "workspace_already_exists" };
}
