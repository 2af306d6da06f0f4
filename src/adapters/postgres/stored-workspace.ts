import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { RoleCounts } from "../../domain/workspace/role-counts.ts";
import type { Workspace, WorkspaceStatus } from "../../domain/workspace/workspace.ts";

/** A workspace as `workspaceFields` gives it. */
export type StoredWorkspace = readonly [
  workspaceId: WorkspaceId,
  name: string,
  description: string,
  status: WorkspaceStatus,
  roleCounts: RoleCounts,
  createdAt: string,
];

/** The fields of a stored workspace; the table's alias is `w`. */
export const workspaceFields = `w.workspace_id, w.name, w.description, w.status, w.role_counts::json, w.created_at`;

export function workspaceOf([
  workspaceId,
  name,
  description,
  status,
  roleCounts,
  createdAt,
]: StoredWorkspace): Workspace {
  return { workspaceId, name, description, status, roleCounts, createdAt };
}
