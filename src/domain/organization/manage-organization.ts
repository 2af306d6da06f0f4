import { err, ok, type Result } from "neverthrow";
import type { Actor, Authority } from "../shared/actor.ts";
import type { BatchMode } from "../shared/batch.ts";
import type { Command } from "../shared/command.ts";
import { forbidden, type Forbidden } from "../shared/forbidden.ts";
import type { UserId } from "../shared/ids.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { organizationAuthority, ownOrganization } from "./organization-authority.ts";
import type { OrganizationNotFound } from "./organization-not-found.ts";
import type { OrganizationRole } from "./organization-role.ts";

/** A command that manages many members of the organization. */
export interface ManageOrganization extends Command {
  readonly actor: Actor;
  readonly mode: BatchMode;
}

/** Why the organization's members cannot be managed at all. */
export type ManageOrganizationRefusal = OrganizationNotFound | Forbidden;

/** A user and an organization role: asked for in a command, told in its outcome. */
export interface OrganizationRoleOf {
  readonly userId: UserId;
  readonly role: OrganizationRole;
}

/** By what right the actor manages the organization's members: organization admins do, and systems. */
export function authorityToManageOrganization(
  facts: OrganizationFacts,
  actor: Actor,
): Result<Authority, ManageOrganizationRefusal> {
  const organization = ownOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  const authority = organizationAuthority(facts, actor);
  return authority === null ? err(forbidden("organization:admin")) : ok(authority);
}
