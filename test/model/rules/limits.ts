import { refuse } from "./refusal.ts";
import { headCount, type Setting, type Tenant } from "./world.ts";

/** Refused where the workspace has more members by now than the host allows. */
export function mustFit(tenant: Tenant, workspaceId: string, { policy }: Setting): void {
  const limit = policy.limits.membersPerWorkspace;
  const count = headCount(tenant, workspaceId);
  if (limit !== undefined && count > limit) refuse("workspace_member_limit", { limit, count });
}
