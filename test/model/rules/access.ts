import { administersAll, permissionsByRole, permissionsOf } from "./authority.ts";
import { refuse } from "./refusal.ts";
import { roleOf, type Setting, type Tenant, type Told } from "./world.ts";

/** What a user may do in a workspace and why, or why not (rules X1, A1, A2, W3). */
export function accessIn(tenant: Tenant, workspaceId: string, userId: string, setting: Setting): Told {
  const space = tenant.workspaces.get(workspaceId) ?? refuse("workspace_not_found");
  const role = roleOf(tenant, workspaceId, userId);
  const reasons: Told[] = [];
  const denials: string[] = [];

  if (!tenant.members.has(userId)) denials.push("not_organization_member");
  else if (role === undefined) denials.push("not_workspace_member");
  if (space.isArchived) denials.push("workspace_archived");
  if (!space.isArchived && permissionsByRole(tenant, workspaceId, userId, setting).length > 0) {
    const given = tenant.events.findLast(
      ({ type, ...event }) =>
        event["workspaceId"] === workspaceId && event["userId"] === userId && type !== "workspace.member.removed",
    );
    const { actor: grantedBy, at: grantedAt, operationId } = given ?? {};
    reasons.push({ code: "role_assignment", role, grantedBy, grantedAt, operationId });
  }
  if (!space.isArchived && administersAll(tenant, userId, setting)) reasons.push({ code: "organization_admin" });
  const permissions = space.isArchived ? [] : permissionsOf(tenant, workspaceId, userId, setting);
  return { role: role ?? null, permissions, reasons, denials };
}
