import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../values/actor.ts";
import type { LastAdmin } from "../organization/last-organization-admin.ts";
import type { BatchMode } from "../values/batch.ts";
import type { Command } from "../values/command.ts";
import { forbidden, type Forbidden } from "./forbidden.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { organizationAuthority, findOrganization } from "./organization-authority.ts";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";

/** A command that manages many members of the organization. */
export interface ManageOrganization extends Command {
  readonly actor: Actor;
  readonly mode: BatchMode;
}

/** Why the actor cannot manage any organization members. */
export type ManageOrganizationRefusal = OrganizationNotFound | Forbidden;

/** The authority by which the actor manages organization members. Only organization admins and systems have one. */
export function authorityToManageOrganization(
  facts: OrganizationFacts,
  actor: Actor,
): Result<Authority, ManageOrganizationRefusal> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  const authority = organizationAuthority(facts, actor);
  return authority === null ? err(forbidden("organization:admin")) : ok(authority);
}

/** Only a system may leave an organization without an admin (rule O2). */
export function mayAllow(authority: Authority, lastAdmin: LastAdmin): Result<Authority, Forbidden> {
  return lastAdmin === "allow" && authority !== "system" ? err(forbidden("system")) : ok(authority);
}
