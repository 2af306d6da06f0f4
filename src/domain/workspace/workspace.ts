import type { WorkspaceId } from "../values/ids.ts";
import type { RoleCounts } from "./role-counts.ts";

/** An archived workspace refuses every change and grants no permissions (rule W3). */
export type WorkspaceStatus = "active" | "archived";

/** A workspace of one organization. Its name is unique among the organization's active workspaces (rule W2). */
export interface Workspace {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly roleCounts: RoleCounts;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
}
