/** The tenant and the unit of consistency. Every commit keeps its counts up to date. */
export interface Organization {
  readonly name: string;
  readonly memberCount: number;
  readonly adminCount: number;
  readonly activeWorkspaceCount: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
}
