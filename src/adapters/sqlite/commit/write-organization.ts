import type { Organization } from "../../../domain/organization/organization.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

const insert = `INSERT INTO roster_organization
  (name, member_count, admin_count, active_workspace_count, created_at, organization_id) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const update = `UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?`;

/** Inserts the organization. False if it exists already. */
export function insertOrganization(
  connection: Connection,
  organizationId: OrganizationId,
  record: Organization,
): boolean {
  return put(connection, insert, organizationId, record);
}

/** Replaces the organization. False if there is none. */
export function replaceOrganization(
  connection: Connection,
  organizationId: OrganizationId,
  record: Organization,
): boolean {
  return put(connection, update, organizationId, record);
}

function put(connection: Connection, sql: string, organizationId: OrganizationId, record: Organization): boolean {
  const { name, memberCount, adminCount, activeWorkspaceCount, createdAt } = record;
  const { changes } = connection
    .statement(sql)
    .run(name, memberCount, adminCount, activeWorkspaceCount, createdAt, organizationId);
  return Number(changes) === 1;
}
