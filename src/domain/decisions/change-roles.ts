import { err, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { type OrganizationFacts, roleIn } from "../facts/organization-facts.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { authorityToManage, type ManageMembers, type ManageMembersRefusal } from "../authority/manage-members.ts";
import { requireWorkspaceAdmins } from "../facts/require-workspace-admins.ts";
import { notWorkspaceMember, type NotWorkspaceMember } from "../role-assignment/not-workspace-member.ts";
import type { MemberRole } from "../role-assignment/role-assignment.ts";
import { rolesAtStake } from "../authority/roles-at-stake.ts";

export interface ChangeRoles extends ManageMembers {
  readonly members: readonly MemberRole[];
}

/** What the command did with each user; each list is in input order. */
export type ChangeRolesResult = BatchResult<"changed", MemberRole, NotWorkspaceMember>;

/** The refusals of `changeRoles`. */
export type ChangeRolesRefusal = ManageMembersRefusal | MembersRejected<NotWorkspaceMember> | LastWorkspaceAdmin;

/** Decides which members of the workspace change their role (rules M3, M8, M9, A1 to A4). */
export function decideChangeRoles(
  facts: OrganizationFacts,
  command: ChangeRoles,
  context: DecisionContext,
): Result<Decision<ChangeRolesResult>, ChangeRolesRefusal> {
  const { workspaceId, actor, members, mode } = command;
  const authority = authorityToManage(facts, command, rolesAtStake(facts, workspaceId, members), context);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, ({ userId, role }) => {
    const current = roleIn(facts, workspaceId, userId);
    if (current === undefined) return notWorkspaceMember(userId);
    return current === role ? "unchanged" : "accepted";
  });
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const newEvents = accepted.map((member) => {
    const previousRole = roleIn(facts, workspaceId, member.userId) ?? "";
    return { type: "workspace.member.role_changed", workspaceId, ...member, previousRole } as const;
  });
  const events = stampEvents(newEvents, facts, { actor, authority: authority.value }, context);
  return requireWorkspaceAdmins(facts, { events, outcome: { changed: accepted, unchanged, rejected } }, context);
}
