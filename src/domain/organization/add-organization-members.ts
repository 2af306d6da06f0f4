import { err, ok, type Result } from "neverthrow";
import type { Actor } from "../shared/actor.ts";
import { type BatchMode, judgeBatch } from "../shared/batch.ts";
import type { Command } from "../shared/command.ts";
import { type Decision, type DecisionContext, eventsOf } from "../shared/decision.ts";
import { forbidden, type Forbidden } from "../shared/forbidden.ts";
import type { UserId } from "../shared/ids.ts";
import type { MembersRejected } from "../shared/members-rejected.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { roleConflict, type RoleConflict } from "../shared/role-conflict.ts";
import { organizationAuthority, ownOrganization } from "./organization-authority.ts";
import type { OrganizationMember } from "./organization-member.ts";
import type { OrganizationNotFound } from "./organization-not-found.ts";
import type { OrganizationRole } from "./organization-role.ts";

export interface AddOrganizationMembers extends Command {
  readonly actor: Actor;
  readonly members: readonly OrganizationMember[];
  readonly mode: BatchMode;
}

export interface OrganizationRoleOf {
  readonly userId: UserId;
  readonly role: OrganizationRole;
}

export interface OrganizationMembersAreAdded {
  readonly added: readonly OrganizationRoleOf[];
  readonly unchanged: readonly OrganizationRoleOf[];
  readonly rejected: readonly RoleConflict<OrganizationRole>[];
}

export type AddOrganizationMembersRefusal =
  OrganizationNotFound | Forbidden | MembersRejected<RoleConflict<OrganizationRole>>;

/** Decides which of the named users join the organization. Who is there already keeps their role and profile. */
export function decideAddOrganizationMembers(
  facts: OrganizationFacts,
  command: AddOrganizationMembers,
  context: DecisionContext,
): Result<Decision<OrganizationMembersAreAdded>, AddOrganizationMembersRefusal> {
  const { actor, members, mode } = command;
  const organization = ownOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);

  const authority = organizationAuthority(facts, actor);
  if (authority === null) return err(forbidden("organization:admin"));

  const judged = judgeBatch(members, mode, ({ userId, role }) => {
    const current = facts.members.get(userId);
    if (current === undefined) return "accepted";
    return current.role === role ? "unchanged" : roleConflict(userId, current.role, role);
  });
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const added = accepted.map((member) => ({ type: "organization.member.added", ...member }) as const);
  return ok({
    events: eventsOf(added, facts, { actor, authority }, context),
    outcome: { added: accepted.map(roleOf), unchanged: unchanged.map(roleOf), rejected },
  });
}

function roleOf({ userId, role }: OrganizationMember): OrganizationRoleOf {
  return { userId, role };
}
