import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../values/actor.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { Organization } from "../organization/organization.ts";
import { organizationNotFound, type OrganizationNotFound } from "../organization/organization-not-found.ts";

/**
 * The organization, if the actor is a member of it or a system that the host vouches for. Strangers get the same answer
 * as for an id that was never used (rule A7).
 */
export function findOrganization(facts: OrganizationFacts, actor: Actor): Result<Organization, OrganizationNotFound> {
  const isStranger = "userId" in actor && !facts.members.has(actor.userId);
  return facts.organization === null || isStranger ? err(organizationNotFound()) : ok(facts.organization);
}

/** What an actor may do in the organization as a whole. */
export type OrganizationPermission = "organization:admin" | "workspaces:create";

/** The authority by which the actor creates workspaces, or null (rule W1). */
export function authorityToCreateWorkspaces(
  facts: OrganizationFacts,
  actor: Actor,
  { policy }: Pick<DecisionContext, "policy">,
): Authority | null {
  const isMember = "userId" in actor && facts.members.has(actor.userId);
  return (
    organizationAuthority(facts, actor) ?? (isMember && policy.membersCreateWorkspaces ? "organization_member" : null)
  );
}

/** The actor's permissions in the organization. */
export function organizationPermissions(
  facts: OrganizationFacts,
  actor: Actor,
  rules: Pick<DecisionContext, "policy">,
): readonly OrganizationPermission[] {
  return [
    ...(organizationAuthority(facts, actor) === null ? [] : ["organization:admin" as const]),
    ...(authorityToCreateWorkspaces(facts, actor, rules) === null ? [] : ["workspaces:create" as const]),
  ];
}

/** The authority by which the actor manages the organization: its members, its list of workspaces, its events. Null if there is none. */
export function organizationAuthority(facts: OrganizationFacts, actor: Actor): Authority | null {
  if ("system" in actor) return "system";
  return facts.members.get(actor.userId)?.role === "admin" ? "organization_admin" : null;
}
