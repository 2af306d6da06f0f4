import { err, ok, type Result } from "neverthrow";
import type { Decision } from "../shared/decision.ts";
import { evolve } from "../shared/evolve.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { lastOrganizationAdmin, type LastOrganizationAdmin } from "./last-organization-admin.ts";

/** The decision, refused as a whole where its end state leaves the organization without an admin (rule O2). */
export function keepingOrganizationAdmin<Outcome>(
  facts: OrganizationFacts,
  decision: Decision<Outcome>,
): Result<Decision<Outcome>, LastOrganizationAdmin> {
  return evolve(facts, decision.events).organization?.adminCount === 0 ? err(lastOrganizationAdmin()) : ok(decision);
}
