import { refuse } from "./refusal.ts";
import { memberCount, type Organization, type Settings } from "./world.ts";

export function requireMemberCapacity(organization: Organization, workspaceId: string, { policy }: Settings): void {
  const limit = policy.limits.membersPerWorkspace;
  const count = memberCount(organization, workspaceId);
  if (limit !== undefined && count > limit) refuse("workspace_member_limit", { limit, count });
}

/** Room for one more active workspace. */
export function requireWorkspaceCapacity(organization: Organization, { policy }: Settings): void {
  const limit = policy.limits.activeWorkspacesPerOrganization;
  const count = [...organization.workspaces.values()].filter(({ isArchived }) => !isArchived).length + 1;
  if (limit !== undefined && count > limit) refuse("workspace_limit", { limit, count });
}

export function requireOrganizationCapacity(organization: Organization, { policy }: Settings): void {
  const limit = policy.limits.membersPerOrganization;
  const count = organization.members.size;
  if (limit !== undefined && count > limit) refuse("organization_member_limit", { limit, count });
}
