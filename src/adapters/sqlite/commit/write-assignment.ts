import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId, UserId, WorkspaceId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

// If the member does not exist, there is no name key, and NOT NULL fails the commit.
const insert = `INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING`;
const update = `UPDATE roster_role_assignment SET role = ?, sequence = ?
  WHERE organization_id = ? AND user_id = ? AND workspace_id = ?`;
const remove = `DELETE FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?`;

/** Inserts an assignment. False if the user has one in this workspace already. */
export function insertAssignment(
  connection: Connection,
  organizationId: OrganizationId,
  record: RoleAssignment,
): boolean {
  const { workspaceId, userId, role, sequence } = record;
  const { changes } = connection
    .statement(insert)
    .run(organizationId, workspaceId, userId, role, sequence, organizationId, userId);
  return Number(changes) === 1;
}

/** Replaces an assignment. False if there is none. */
export function replaceAssignment(
  connection: Connection,
  organizationId: OrganizationId,
  record: RoleAssignment,
): boolean {
  const { workspaceId, userId, role, sequence } = record;
  const { changes } = connection.statement(update).run(role, sequence, organizationId, userId, workspaceId);
  return Number(changes) === 1;
}

/** Deletes an assignment. False if there is none. */
export function deleteAssignment(
  connection: Connection,
  organizationId: OrganizationId,
  key: { readonly workspaceId: WorkspaceId; readonly userId: UserId },
): boolean {
  const { changes } = connection.statement(remove).run(organizationId, key.userId, key.workspaceId);
  return Number(changes) === 1;
}
