import type { Need } from "../../../application/ports/need.ts";
import type { OrganizationId, WorkspaceId } from "../../../domain/values/ids.ts";
import type { Workspace } from "../../../domain/workspace/workspace.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Connection } from "../connection.ts";
import { type StoredWorkspace, workspaceColumns, workspaceOf } from "../stored-workspace.ts";

const byId = `SELECT ${workspaceColumns} FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?`;
const byName = `SELECT ${workspaceColumns} FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND w.name_key = ? AND w.status = 'active'`;
const namedLike = `SELECT ${workspaceColumns}
  FROM roster_workspace AS named CROSS JOIN roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE named.organization_id = ? AND named.workspace_id = ?
  AND w.organization_id = named.organization_id AND w.name_key = named.name_key AND w.status = 'active'`;

/** The workspaces that are needed by id, by name key, and because they are named like others, each once. */
export function loadWorkspaces(
  connection: Connection,
  organizationId: OrganizationId,
  need: Pick<Need, "workspaces" | "workspaceNames" | "workspacesNamedLike">,
): readonly Workspace[] {
  const workspaces = new Map<WorkspaceId, Workspace>();
  collect(byId, need.workspaces);
  collect(byName, need.workspaceNames);
  collect(namedLike, need.workspacesNamedLike);
  return [...workspaces.values()];

  function collect(sql: string, keys: readonly string[]): void {
    const statement = connection.statement(sql);
    for (const key of sortedKeys(keys)) {
      for (const row of statement.all(organizationId, key) as StoredWorkspace[]) {
        workspaces.set(row.workspace_id, workspaceOf(row));
      }
    }
  }
}
