import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../values/actor.ts";
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

/** Why the organization's members cannot be managed at all. */
export type ManageOrganizationRefusal = OrganizationNotFound | Forbidden;

/** By what right the actor manages the organization's members: organization admins do, and systems. */
export function authorityToManageOrganization(
  facts: OrganizationFacts,
  actor: Actor,
): Result<Authority, ManageOrganizationRefusal> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  const authority = organizationAuthority(facts, actor);
  return authority === null ? err(forbidden("organization:admin")) : ok(authority);
}
