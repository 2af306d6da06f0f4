import { err, ok, type Result } from "neverthrow";
import { judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, eventsOf } from "../facts/decision.ts";
import { evolve } from "../facts/evolve.ts";
import type { UserId } from "../values/ids.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { type TooManyChanges, requireCommitCapacity } from "../values/too-many-changes.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { leftWithoutAdmin } from "../facts/left-without-admin.ts";
import { requireOrganizationAdmin } from "../facts/require-organization-admin.ts";
import type { LastOrganizationAdmin } from "../organization/last-organization-admin.ts";
import {
  authorityToManageOrganization,
  type ManageOrganization,
  type ManageOrganizationRefusal,
} from "../authority/manage-organization.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";
import { departures } from "../facts/departures.ts";
import { adminEvents } from "../facts/admin-events.ts";
import { mayNameSuccessor, succession } from "../authority/succession.ts";

export interface RemoveOrganizationMembers extends ManageOrganization {
  readonly userIds: readonly UserId[];
  /** Becomes admin where the removed were the last one, and where the actor could make them that; not among the removed. */
  readonly successor: UserId | null;
}

/** What removing organization members did. */
export interface RemoveOrganizationMembersResult {
  /** With the organization role that each had. */
  readonly removed: readonly OrganizationMemberRole[];
  readonly unchanged: readonly OrganizationMemberRole[];
  readonly rejected: readonly NotOrganizationMember[];
}

/** The refusals of `removeOrganizationMembers`. */
export type RemoveOrganizationMembersRefusal =
  | ManageOrganizationRefusal
  | NotOrganizationMember
  | MembersRejected<NotOrganizationMember>
  | TooManyChanges
  | LastOrganizationAdmin
  | LastWorkspaceAdmin;

/**
 * Decides who leaves the organization, and with that all of its workspaces, in one commit (rules O2 to O4).
 *
 * Whoever administers the organization may always remove a person from it, whatever roles that person holds. Only the
 * successor is judged by workspace: naming one is granting (rule A3).
 */
export function decideRemoveOrganizationMembers(
  facts: OrganizationFacts,
  command: RemoveOrganizationMembers,
  context: DecisionContext,
): Result<Decision<RemoveOrganizationMembersResult>, RemoveOrganizationMembersRefusal> {
  const { actor, userIds, successor, mode } = command;
  const authority = authorityToManageOrganization(facts, actor);
  if (authority.isErr()) return err(authority.error);
  if (successor !== null && !facts.members.has(successor)) return err(notOrganizationMember(successor));

  const judged = judgeBatch(userIds, mode, (userId) =>
    facts.members.has(userId) ? "accepted" : notOrganizationMember(userId),
  );
  if (judged.isErr()) return err(judged.error);

  const { accepted, rejected } = judged.value;
  const removed = accepted
    .flatMap((userId) => facts.members.get(userId) ?? [])
    .map(({ userId, role }) => ({ userId, role }));
  const departing = departures(facts, removed);
  // Before the workspaces are judged: of departures that are too many the facts hold only a part.
  const fits = isSingleDeparture(command) ? ok(null) : requireCommitCapacity(departing.length, context.maxCommitSize);
  if (fits.isErr()) return err(fits.error);
  const by = { actor, authority: authority.value };
  const deposing = eventsOf(adminEvents(departing, context.workspaceRoles), facts, by, context);
  const orphaned = leftWithoutAdmin(facts, evolve(facts, deposing), context.workspaceRoles);
  if (orphaned.length > 0 && successor === null) return err(lastWorkspaceAdmin(orphaned));
  const named = successor === null ? ok(null) : mayNameSuccessor(facts, orphaned, { actor, successor }, context);
  if (named.isErr()) return err(named.error);

  // The successor stays, so what they hold is as it was.
  const succeeding = successor === null ? [] : succession(facts, orphaned, successor, context);
  return requireOrganizationAdmin(facts, {
    events: eventsOf([...departing, ...succeeding], facts, by, context),
    outcome: { removed, unchanged: [], rejected },
  });
}

/** Whether one person leaves, who may hold more roles than one commit otherwise changes (rule M2). */
export function isSingleDeparture({ userIds }: Pick<RemoveOrganizationMembers, "userIds">): boolean {
  return userIds.length === 1;
}
