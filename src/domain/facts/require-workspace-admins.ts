import { err, ok, type Result } from "neverthrow";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import type { Decision, DecisionContext } from "./decision.ts";
import { evolve } from "./evolve.ts";
import { adminEvents, leftWithoutAdmin } from "./left-without-admin.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/** Returns the decision, or refuses all of it if it leaves an active workspace without an admin (rule M9). */
export function requireWorkspaceAdmins<Outcome>(
  facts: OrganizationFacts,
  decision: Decision<Outcome>,
  { workspaceRoles }: DecisionContext,
): Result<Decision<Outcome>, LastWorkspaceAdmin> {
  const left = leftWithoutAdmin(facts, evolve(facts, adminEvents(decision.events, workspaceRoles)), workspaceRoles);
  return left.length > 0 ? err(lastWorkspaceAdmin(left)) : ok(decision);
}
