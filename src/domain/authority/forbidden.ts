/** The actor, or the reader, belongs to the organization but may not do that. Strangers get `organization_not_found`. */
export interface Forbidden {
  readonly code: "forbidden";
  /** What they would need to hold: a permission in the workspace, or the organization role `admin`. */
  readonly needs: string;
}

export function forbidden(needs: string): Forbidden {
  return { code: "forbidden", needs };
}
