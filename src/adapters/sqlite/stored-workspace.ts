import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { RoleCounts } from "../../domain/workspace/role-counts.ts";
import type { Workspace, WorkspaceStatus } from "../../domain/workspace/workspace.ts";

/** A row of `roster_workspace` as the driver returns it. */
export interface StoredWorkspace {
  readonly workspace_id: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly role_counts: string;
  readonly created_at: string;
}

/** The columns of a stored workspace. The alias of the table must be `w`. */
export const workspaceColumns = `w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at`;

export function workspaceOf(row: StoredWorkspace): Workspace {
  return {
    workspaceId: row.workspace_id,
    name: row.name,
    description: row.description,
    status: row.status,
    roleCounts: JSON.parse(row.role_counts) as RoleCounts,
    createdAt: row.created_at,
  };
}
