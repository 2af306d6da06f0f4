import { err, ok, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import { evolve } from "../facts/evolve.ts";
import type { UserId } from "../values/ids.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { type TooManyChanges, requireCommitCapacity } from "../values/too-many-changes.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { adminEvents, leftWithoutAdmin } from "../facts/left-without-admin.ts";
import { requireOrganizationAdmin } from "../facts/require-organization-admin.ts";
import type { LastAdmin, LastOrganizationAdmin } from "../organization/last-organization-admin.ts";
import {
  authorityToManageOrganization,
  mayAllow,
  type ManageOrganization,
  type ManageOrganizationRefusal,
} from "../authority/manage-organization.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";
import { sortedByBytes } from "../values/byte-order.ts";
import type { NewEvent } from "../facts/event.ts";
import { handOver, resolveSuccessor, type SuccessionTerms } from "../authority/succession.ts";

export interface RemoveOrganizationMembers extends ManageOrganization, SuccessionTerms {
  readonly userIds: readonly UserId[];
  readonly lastAdmin: LastAdmin;
}

/** What the command did with each user; each list is in input order. */
export type RemoveOrganizationMembersResult = BatchResult<"removed", OrganizationMemberRole, NotOrganizationMember>;

/** The refusals of `removeOrganizationMembers`. */
export type RemoveOrganizationMembersRefusal =
  | ManageOrganizationRefusal
  | NotOrganizationMember
  | MembersRejected<NotOrganizationMember>
  | TooManyChanges
  | LastOrganizationAdmin
  | LastWorkspaceAdmin;

/**
 * Decides who leaves the organization and all of its workspaces, in one commit (rules O2 to O4).
 *
 * An organization admin may always remove a member, whatever roles the member holds in workspaces. Only what becomes of
 * workspaces without admin is authorized for each of them, because it grants a role or archives (rules A1 to A3).
 */
export function decideRemoveOrganizationMembers(
  facts: OrganizationFacts,
  command: RemoveOrganizationMembers,
  context: DecisionContext,
): Result<Decision<RemoveOrganizationMembersResult>, RemoveOrganizationMembersRefusal> {
  const { actor, userIds, orphans, lastAdmin, mode } = command;
  const authority = authorityToManageOrganization(facts, actor).andThen((held) => mayAllow(held, lastAdmin));
  if (authority.isErr()) return err(authority.error);
  const successor = resolveSuccessor(facts, command, new Set(userIds));
  if (successor.isErr()) return err(successor.error);

  const judged = judgeBatch(userIds, mode, (userId) =>
    facts.members.has(userId) ? "accepted" : notOrganizationMember(userId),
  );
  if (judged.isErr()) return err(judged.error);

  const { accepted, rejected } = judged.value;
  const removed = accepted
    .flatMap((userId) => facts.members.get(userId) ?? [])
    .map(({ userId, role }) => ({ userId, role }));
  const departureEvents = departures(facts, removed);
  // Checked before the workspaces: if there are too many changes, the facts hold only some of the assignments.
  const fits = isSingleDeparture(command)
    ? ok(null)
    : requireCommitCapacity(departureEvents.length, context.maxCommitSize);
  if (fits.isErr()) return err(fits.error);
  const by = { actor, authority: authority.value };
  const adminDepartures = stampEvents(adminEvents(departureEvents, context.workspaceRoles), facts, by, context);
  const orphaned = leftWithoutAdmin(facts, evolve(facts, adminDepartures), context.workspaceRoles);
  // The successor is not removed, so their roles in the facts are still current.
  const handedOver = handOver(facts, orphaned, { actor, successor: successor.value, orphans }, context);
  if (handedOver.isErr()) return err(handedOver.error);

  return requireOrganizationAdmin(facts, [...departureEvents, ...handedOver.value], lastAdmin).map((events) => ({
    events: stampEvents(events, facts, by, context),
    outcome: { removed, unchanged: [], rejected },
  }));
}

/** Whether only one user is removed. Such a removal has no limit of changes: it must always be possible (rule M2). */
export function isSingleDeparture({ userIds }: Pick<RemoveOrganizationMembers, "userIds">): boolean {
  return userIds.length === 1;
}

/** The events of users leaving the organization: each user loses every role assignment, then the membership (rule O4). */
function departures(facts: OrganizationFacts, leaving: readonly OrganizationMemberRole[]): readonly NewEvent[] {
  const assignments = Map.groupBy(facts.assignments.values(), ({ userId }) => userId);
  return leaving.flatMap(({ userId, role }): NewEvent[] => [
    ...sortedByBytes(assignments.get(userId) ?? [], ({ workspaceId }) => workspaceId).map((held): NewEvent => ({
      type: "workspace.member.removed",
      workspaceId: held.workspaceId,
      userId,
      role: held.role,
    })),
    { type: "organization.member.removed", userId, role },
  ]);
}
