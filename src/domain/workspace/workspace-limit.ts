/** The organization would have more active workspaces than the policy allows. Nothing was written. */
export interface WorkspaceLimit {
  readonly code: "workspace_limit";
  readonly limit: number;
  /** How many active workspaces it would have. */
  readonly count: number;
}

export function workspaceLimit(limit: number, count: number): WorkspaceLimit {
  return { code: "workspace_limit", limit, count };
}
