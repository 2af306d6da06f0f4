import { err, ok, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { roleConflict, type RoleConflict } from "../values/role-conflict.ts";
import {
  authorityToManageOrganization,
  type ManageOrganization,
  type ManageOrganizationRefusal,
} from "../authority/manage-organization.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";
import { organizationMemberLimit, type OrganizationMemberLimit } from "../organization/organization-member-limit.ts";
import type { OrganizationRole } from "../organization/organization-role.ts";

export interface AddOrganizationMembers extends ManageOrganization {
  readonly members: readonly OrganizationMember[];
}

/** What the command did with each user; each list is in input order. */
export type AddOrganizationMembersResult = BatchResult<"added", OrganizationMemberRole, RoleConflict<OrganizationRole>>;

/** The refusals of `addOrganizationMembers`. */
export type AddOrganizationMembersRefusal =
  ManageOrganizationRefusal | MembersRejected<RoleConflict<OrganizationRole>> | OrganizationMemberLimit;

/** Decides which of the users join the organization. Existing members keep their role and profile. */
export function decideAddOrganizationMembers(
  facts: OrganizationFacts,
  command: AddOrganizationMembers,
  context: DecisionContext,
): Result<Decision<AddOrganizationMembersResult>, AddOrganizationMembersRefusal> {
  const { actor, members, mode } = command;
  const authority = authorityToManageOrganization(facts, actor);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, ({ userId, role }) => {
    const current = facts.members.get(userId);
    if (current === undefined) return "accepted";
    return current.role === role ? "unchanged" : roleConflict(userId, current.role, role);
  });
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const limit = context.policy.limits.membersPerOrganization ?? Infinity;
  const count = (facts.organization?.memberCount ?? 0) + accepted.length;
  if (accepted.length > 0 && count > limit) return err(organizationMemberLimit(limit, count));

  const added = accepted.map((member) => ({ type: "organization.member.added", ...member }) as const);
  return ok({
    events: stampEvents(added, facts, { actor, authority: authority.value }, context),
    outcome: { added: accepted.map(roleOf), unchanged: unchanged.map(roleOf), rejected },
  });
}

function roleOf({ userId, role }: OrganizationMember): OrganizationMemberRole {
  return { userId, role };
}
