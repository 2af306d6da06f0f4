import { err, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { type OrganizationFacts, roleIn } from "../facts/organization-facts.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { requireMemberCapacity } from "../facts/require-member-capacity.ts";
import type { WorkspaceMemberLimit } from "../workspace/workspace-member-limit.ts";
import { authorityToManage, type ManageMembers, type ManageMembersRefusal } from "../authority/manage-members.ts";
import { requireWorkspaceAdmins } from "../facts/require-workspace-admins.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { MemberRole } from "../role-assignment/role-assignment.ts";
import { rolesAtStake } from "../authority/roles-at-stake.ts";

export interface SetMembers extends ManageMembers {
  readonly members: readonly MemberRole[];
}

/** What the command did with each user; each list is in input order. */
export type SetMembersResult = BatchResult<"added" | "changed", MemberRole, NotOrganizationMember>;

/** The refusals of `setMembers`. */
export type SetMembersRefusal =
  ManageMembersRefusal | MembersRejected<NotOrganizationMember> | WorkspaceMemberLimit | LastWorkspaceAdmin;

/** Decides who joins the workspace and whose role changes, so that each user holds the requested role (rule M8). */
export function decideSetMembers(
  facts: OrganizationFacts,
  command: SetMembers,
  context: DecisionContext,
): Result<Decision<SetMembersResult>, SetMembersRefusal> {
  const { workspaceId, actor, members, mode } = command;
  const authority = authorityToManage(facts, command, rolesAtStake(facts, workspaceId, members), context);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, ({ userId, role }) => {
    if (!facts.members.has(userId)) return notOrganizationMember(userId);
    return roleIn(facts, workspaceId, userId) === role ? "unchanged" : "accepted";
  });
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const isAdded = ({ userId }: MemberRole): boolean => roleIn(facts, workspaceId, userId) === undefined;
  const added = accepted.filter(isAdded);
  const changed = accepted.filter((member) => !isAdded(member));
  const fits = requireMemberCapacity(facts, workspaceId, added.length, context);
  if (fits.isErr()) return err(fits.error);

  const newEvents = accepted.map((member) => {
    const previousRole = roleIn(facts, workspaceId, member.userId);
    if (previousRole === undefined) return { type: "workspace.member.added", workspaceId, ...member } as const;
    return { type: "workspace.member.role_changed", workspaceId, ...member, previousRole } as const;
  });
  const events = stampEvents(newEvents, facts, { actor, authority: authority.value }, context);
  return requireWorkspaceAdmins(facts, { events, outcome: { added, changed, unchanged, rejected } }, context);
}
