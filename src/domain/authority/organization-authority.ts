import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../values/actor.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { Organization } from "../organization/organization.ts";
import { organizationNotFound, type OrganizationNotFound } from "../organization/organization-not-found.ts";

/**
 * The organization as seen by one of its own: a member, or a system that the host vouches for. To a stranger it does not
 * exist: the answer is the same as for an id that was never used (rule A7).
 */
export function findOrganization(facts: OrganizationFacts, actor: Actor): Result<Organization, OrganizationNotFound> {
  const isStranger = "userId" in actor && !facts.members.has(actor.userId);
  return facts.organization === null || isStranger ? err(organizationNotFound()) : ok(facts.organization);
}

/** By what right the actor manages the organization itself: its members, its workspaces as a list, its events. */
export function organizationAuthority(facts: OrganizationFacts, actor: Actor): Authority | null {
  if ("system" in actor) return "system";
  return facts.members.get(actor.userId)?.role === "admin" ? "organization_admin" : null;
}
