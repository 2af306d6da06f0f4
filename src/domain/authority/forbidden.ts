/** The actor is a member of the organization but lacks a permission. Strangers get `organization_not_found`. */
export interface Forbidden {
  readonly code: "forbidden";
  /**
   * What the actor lacks: a permission in the workspace, such as `members:manage`, or `organization:admin` or
   * `workspace:member`; `system` for what only a system may do, such as `lastAdmin: "allow"`.
   */
  readonly needs: string;
}

export function forbidden(needs: string): Forbidden {
  return { code: "forbidden", needs };
}
