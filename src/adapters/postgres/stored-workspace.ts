import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { RoleCounts } from "../../domain/workspace/role-counts.ts";
import type { Workspace, WorkspaceStatus } from "../../domain/workspace/workspace.ts";

/** A workspace as selected by `workspaceFields`. */
export type StoredWorkspace = readonly [
  workspaceId: WorkspaceId,
  name: string,
  description: string,
  status: WorkspaceStatus,
  roleCounts: RoleCounts,
  createdAt: string,
];

/** The fields of a stored workspace. The alias of the table must be `workspace`. */
export const workspaceFields = `workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at`;

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
