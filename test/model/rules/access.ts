import { administersAll, permissionsByRole, permissionsOf } from "./authority.ts";
import { refuse } from "./refusal.ts";
import { roleOf, type Settings, type Organization, type Fields } from "./world.ts";

/** What a user may do in a workspace, with the reasons or denials (rules X1, A1, A2, W3). */
export function accessIn(organization: Organization, workspaceId: string, userId: string, settings: Settings): Fields {
  const workspace = organization.workspaces.get(workspaceId) ?? refuse("workspace_not_found");
  const role = roleOf(organization, workspaceId, userId);
  const reasons: Fields[] = [];
  const denials: string[] = [];

  if (!organization.members.has(userId)) denials.push("not_organization_member");
  else if (role === undefined) denials.push("not_workspace_member");
  if (workspace.isArchived) denials.push("workspace_archived");
  if (!workspace.isArchived && permissionsByRole(organization, workspaceId, userId, settings).length > 0) {
    const added = organization.events.findLast(
      ({ type, ...event }) =>
        event["workspaceId"] === workspaceId && event["userId"] === userId && type !== "workspace.member.removed",
    );
    const { actor: grantedBy, at: grantedAt, operationId } = added ?? {};
    reasons.push({ code: "role_assignment", role, grantedBy, grantedAt, operationId });
  }
  if (!workspace.isArchived && administersAll(organization, userId, settings))
    reasons.push({ code: "organization_admin" });
  const permissions = workspace.isArchived ? [] : permissionsOf(organization, workspaceId, userId, settings);
  return { role: role ?? null, permissions, reasons, denials };
}
