/** The actor, or the reader, may not do that. The same answer whether or not the thing they named exists. */
export interface Forbidden {
  readonly code: "forbidden";
  /** What they would need to hold: a permission in the workspace, or the organization role `admin` or `member`. */
  readonly needs: string;
}

export function forbidden(needs: string): Forbidden {
  return { code: "forbidden", needs };
}
