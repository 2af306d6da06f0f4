import { err, ok, type Result } from "neverthrow";
import { judgeBatch } from "../shared/batch.ts";
import { type Decision, type DecisionContext, eventsOf } from "../shared/decision.ts";
import { evolve } from "../shared/evolve.ts";
import type { UserId } from "../shared/ids.ts";
import type { MembersRejected } from "../shared/members-rejected.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../shared/not-organization-member.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { leftWithoutAdmin } from "../workspace/left-without-admin.ts";
import { keepingOrganizationAdmin } from "./keeping-organization-admin.ts";
import type { LastOrganizationAdmin } from "./last-organization-admin.ts";
import {
  authorityToManageOrganization,
  type ManageOrganization,
  type ManageOrganizationRefusal,
  type OrganizationRoleOf,
} from "./manage-organization.ts";
import { departures } from "./departures.ts";
import { mayNameSuccessor, succession } from "../role-assignment/succession.ts";

export interface RemoveOrganizationMembers extends ManageOrganization {
  readonly userIds: readonly UserId[];
  /** Becomes admin where the removed were the last one, and where the actor could make them that; not among the removed. */
  readonly successor: UserId | null;
}

export interface OrganizationMembersAreRemoved {
  /** With the organization role that each had. */
  readonly removed: readonly OrganizationRoleOf[];
  readonly unchanged: readonly OrganizationRoleOf[];
  readonly rejected: readonly NotOrganizationMember[];
}

export type RemoveOrganizationMembersRefusal =
  | ManageOrganizationRefusal
  | NotOrganizationMember
  | MembersRejected<NotOrganizationMember>
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
): Result<Decision<OrganizationMembersAreRemoved>, RemoveOrganizationMembersRefusal> {
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
  const by = { actor, authority: authority.value };
  const leaving = eventsOf(departures(facts, removed), facts, by, context);

  const after = evolve(facts, leaving);
  const orphaned = leftWithoutAdmin(facts, after, context.workspaceRoles);
  if (orphaned.length > 0 && successor === null) return err(lastWorkspaceAdmin(orphaned));
  const named = successor === null ? ok(null) : mayNameSuccessor(facts, orphaned, { actor, successor }, context);
  if (named.isErr()) return err(named.error);

  const succeeding =
    successor === null ? [] : eventsOf(succession(after, orphaned, successor, context), after, by, context);
  return keepingOrganizationAdmin(facts, {
    events: [...leaving, ...succeeding],
    outcome: { removed, unchanged: [], rejected },
  });
}
