import { err, ok, type Result } from "neverthrow";
import type { DecisionContext } from "../shared/decision.ts";
import type { WorkspaceId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { memberCount } from "./role-counts.ts";
import { workspaceMemberLimit, type WorkspaceMemberLimit } from "./workspace-member-limit.ts";

/** Whether so many more members fit into the workspace. Only truly new ones count, so a full workspace allows a resend. */
export function withinMemberLimit(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  added: number,
  { policy }: DecisionContext,
): Result<null, WorkspaceMemberLimit> {
  const limit = policy.limits.membersPerWorkspace ?? Infinity;
  const count = memberCount(facts.workspaces.get(workspaceId)?.roleCounts ?? []) + added;
  return added > 0 && count > limit ? err(workspaceMemberLimit(limit, count)) : ok(null);
}
