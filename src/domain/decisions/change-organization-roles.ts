import { err, type Result } from "neverthrow";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { NewEvent } from "../facts/event.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { requireOrganizationAdmin } from "../facts/require-organization-admin.ts";
import type { LastAdmin, LastOrganizationAdmin } from "../organization/last-organization-admin.ts";
import {
  authorityToManageOrganization,
  mayAllow,
  type ManageOrganization,
  type ManageOrganizationRefusal,
} from "../authority/manage-organization.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";

export interface ChangeOrganizationRoles extends ManageOrganization {
  readonly lastAdmin: LastAdmin;
  readonly members: readonly OrganizationMemberRole[];
}

/** What the command did with each user; each list is in input order. */
export type ChangeOrganizationRolesResult = BatchResult<"changed", OrganizationMemberRole, NotOrganizationMember>;

/** The refusals of `changeOrganizationRoles`. */
export type ChangeOrganizationRolesRefusal =
  ManageOrganizationRefusal | MembersRejected<NotOrganizationMember> | LastOrganizationAdmin;

/** Decides which organization roles change. Workspace roles stay unchanged (rules O2, O3, M6). */
export function decideChangeOrganizationRoles(
  facts: OrganizationFacts,
  command: ChangeOrganizationRoles,
  context: DecisionContext,
): Result<Decision<ChangeOrganizationRolesResult>, ChangeOrganizationRolesRefusal> {
  const { actor, members, mode, lastAdmin } = command;
  const authority = authorityToManageOrganization(facts, actor).andThen((held) => mayAllow(held, lastAdmin));
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, ({ userId, role }) => {
    const current = facts.members.get(userId);
    if (current === undefined) return notOrganizationMember(userId);
    return current.role === role ? "unchanged" : "accepted";
  });
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const newEvents = accepted.flatMap(({ userId, role }): NewEvent[] => {
    const current = facts.members.get(userId);
    if (current === undefined) return [];
    return [{ type: "organization.member.role_changed", userId, role, previousRole: current.role }];
  });
  return requireOrganizationAdmin(facts, newEvents, lastAdmin).map((events) => ({
    events: stampEvents(events, facts, { actor, authority: authority.value }, context),
    outcome: { changed: accepted, unchanged, rejected },
  }));
}
