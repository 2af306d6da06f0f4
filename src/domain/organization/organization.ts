/** The tenant and unit of consistency. Its counts are kept in step with its members in every commit. */
export interface Organization {
  readonly name: string;
  readonly memberCount: number;
  readonly adminCount: number;
  readonly activeWorkspaceCount: number;
  readonly createdAt: string;
}
