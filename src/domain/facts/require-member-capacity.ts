import { err, ok, type Result } from "neverthrow";
import type { DecisionContext } from "./decision.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import { memberCount } from "../workspace/role-counts.ts";
import { workspaceMemberLimit, type WorkspaceMemberLimit } from "../workspace/workspace-member-limit.ts";

/** Refuses if the added members exceed the policy's limit. Only new members count, so a resend to a full workspace succeeds. */
export function requireMemberCapacity(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  added: number,
  { policy }: DecisionContext,
): Result<null, WorkspaceMemberLimit> {
  const limit = policy.limits.membersPerWorkspace ?? Infinity;
  const count = memberCount(facts.workspaces.get(workspaceId)?.roleCounts ?? []) + added;
  return added > 0 && count > limit ? err(workspaceMemberLimit(limit, count)) : ok(null);
}
