import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../shared/actor.ts";
import { forbidden, type Forbidden } from "../shared/forbidden.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import type { Organization } from "./organization.ts";
import { organizationNotFound, type OrganizationNotFound } from "./organization-not-found.ts";

/** The organization as seen by one of its own: a member, or a system that the host vouches for. Strangers see nothing. */
export function ownOrganization(
  facts: OrganizationFacts,
  actor: Actor,
): Result<Organization, OrganizationNotFound | Forbidden> {
  if (facts.organization === null) return err(organizationNotFound());
  if ("userId" in actor && !facts.members.has(actor.userId)) return err(forbidden("organization:member"));
  return ok(facts.organization);
}

/** By what right the actor manages the organization itself: its members, its workspaces as a list, its events. */
export function organizationAuthority(facts: OrganizationFacts, actor: Actor): Authority | null {
  if ("system" in actor) return "system";
  return facts.members.get(actor.userId)?.role === "admin" ? "organization_admin" : null;
}
