import { err, ok, type Result } from "neverthrow";
import type { Decision } from "./decision.ts";
import { evolve } from "./evolve.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import { lastOrganizationAdmin, type LastOrganizationAdmin } from "../organization/last-organization-admin.ts";

/** Returns the decision, or refuses all of it if it leaves the organization without an admin (rule O2). */
export function requireOrganizationAdmin<Outcome>(
  facts: OrganizationFacts,
  decision: Decision<Outcome>,
): Result<Decision<Outcome>, LastOrganizationAdmin> {
  // Only these events change the number of admins, and a batch may have ten times as many others.
  const counted = decision.events.filter(({ type }) => type.startsWith("organization."));
  return evolve(facts, counted).organization?.adminCount === 0 ? err(lastOrganizationAdmin()) : ok(decision);
}
