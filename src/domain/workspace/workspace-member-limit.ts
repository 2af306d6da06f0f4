/** The workspace would have more members than the policy allows. Nothing was written, in either mode. */
export interface WorkspaceMemberLimit {
  readonly code: "workspace_member_limit";
  readonly limit: number;
  /** How many members it would have. */
  readonly count: number;
}

export function workspaceMemberLimit(limit: number, count: number): WorkspaceMemberLimit {
  return { code: "workspace_member_limit", limit, count };
}
