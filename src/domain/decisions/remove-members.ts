import { err, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { UserId } from "../values/ids.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { type OrganizationFacts, roleIn } from "../facts/organization-facts.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { authorityToManage, type ManageMembers, type ManageMembersRefusal } from "../authority/manage-members.ts";
import { requireWorkspaceAdmins } from "../facts/require-workspace-admins.ts";
import { notWorkspaceMember, type NotWorkspaceMember } from "../role-assignment/not-workspace-member.ts";
import type { MemberRole } from "../role-assignment/role-assignment.ts";

export interface RemoveMembers extends ManageMembers {
  readonly userIds: readonly UserId[];
}

/** What the command did with each user; each list is in input order. */
export type RemoveMembersResult = BatchResult<"removed", MemberRole, NotWorkspaceMember>;

/** The refusals of `removeMembers`. */
export type RemoveMembersRefusal = ManageMembersRefusal | MembersRejected<NotWorkspaceMember> | LastWorkspaceAdmin;

/** Decides who loses their role in the workspace. They stay in the organization (rules M3, M8, M9, A1 to A4). */
export function decideRemoveMembers(
  facts: OrganizationFacts,
  command: RemoveMembers,
  context: DecisionContext,
): Result<Decision<RemoveMembersResult>, RemoveMembersRefusal> {
  const { workspaceId, actor, userIds, mode } = command;
  const held = userIds.flatMap((userId) => roleIn(facts, workspaceId, userId) ?? []);
  const authority = authorityToManage(facts, command, held, context);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(userIds, mode, (userId) =>
    roleIn(facts, workspaceId, userId) === undefined ? notWorkspaceMember(userId) : "accepted",
  );
  if (judged.isErr()) return err(judged.error);

  const { accepted, rejected } = judged.value;
  const removed = accepted.map((userId) => ({ userId, role: roleIn(facts, workspaceId, userId) ?? "" }));
  const newEvents = removed.map((member) => ({ type: "workspace.member.removed", workspaceId, ...member }) as const);
  const events = stampEvents(newEvents, facts, { actor, authority: authority.value }, context);
  return requireWorkspaceAdmins(facts, { events, outcome: { removed, unchanged: [], rejected } }, context);
}
