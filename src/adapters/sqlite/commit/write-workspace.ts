import type { WorkspaceRecord } from "../../../application/ports/records.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { searchText } from "../../sql/search-text.ts";
import type { Connection } from "../connection.ts";

const insert = `INSERT INTO roster_workspace
  (name, description, status, role_counts, created_at, name_key, search_text, organization_id, workspace_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const update = `UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?`;

/** Inserts a workspace. False if it exists already. */
export function insertWorkspace(
  connection: Connection,
  organizationId: OrganizationId,
  record: WorkspaceRecord,
): boolean {
  return put(connection, insert, organizationId, record);
}

/** Replaces a workspace. False if there is none. */
export function replaceWorkspace(
  connection: Connection,
  organizationId: OrganizationId,
  record: WorkspaceRecord,
): boolean {
  return put(connection, update, organizationId, record);
}

function put(connection: Connection, sql: string, organizationId: OrganizationId, record: WorkspaceRecord): boolean {
  const { workspaceId, name, description, status, roleCounts, createdAt, nameKey, words } = record;
  const counts = JSON.stringify(roleCounts);
  const { changes } = connection
    .statement(sql)
    .run(name, description, status, counts, createdAt, nameKey, searchText(words), organizationId, workspaceId);
  return Number(changes) === 1;
}
