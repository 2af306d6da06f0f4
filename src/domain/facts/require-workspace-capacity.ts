import { err, ok, type Result } from "neverthrow";
import { workspaceLimit, type WorkspaceLimit } from "../workspace/workspace-limit.ts";
import type { DecisionContext } from "./decision.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/** Refuses if the organization already has as many active workspaces as the policy allows. */
export function requireWorkspaceCapacity(
  facts: OrganizationFacts,
  { policy }: DecisionContext,
): Result<null, WorkspaceLimit> {
  const limit = policy.limits.activeWorkspacesPerOrganization ?? Infinity;
  const count = (facts.organization?.activeWorkspaceCount ?? 0) + 1;
  return count > limit ? err(workspaceLimit(limit, count)) : ok(null);
}
