import { err, ok, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { WorkspaceId } from "../values/ids.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { type OrganizationFacts, roleIn } from "../facts/organization-facts.ts";
import { roleConflict, type RoleConflict } from "../values/role-conflict.ts";
import { requireMemberCapacity } from "../facts/require-member-capacity.ts";
import type { WorkspaceMemberLimit } from "../workspace/workspace-member-limit.ts";
import { authorityToManage, type ManageMembers, type ManageMembersRefusal } from "../authority/manage-members.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { MemberRole } from "../role-assignment/role-assignment.ts";

export interface AddMembers extends ManageMembers {
  readonly members: readonly MemberRole[];
}

type Rejection = NotOrganizationMember | RoleConflict;

/** What the command did with each user; each list is in input order. */
export type AddMembersResult = BatchResult<"added", MemberRole, Rejection>;

/** The refusals of `addMembers`. */
export type AddMembersRefusal = ManageMembersRefusal | MembersRejected<Rejection> | WorkspaceMemberLimit;

/** Decides which of the users join the workspace, and with what role (rules M1, M3, M4, A1 to A4). */
export function decideAddMembers(
  facts: OrganizationFacts,
  command: AddMembers,
  context: DecisionContext,
): Result<Decision<AddMembersResult>, AddMembersRefusal> {
  const { workspaceId, actor, members, mode } = command;
  const roles = members.map(({ role }) => role);
  const authority = authorityToManage(facts, command, roles, context);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, (member) => judge(member, facts, workspaceId));
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const fits = requireMemberCapacity(facts, workspaceId, accepted.length, context);
  if (fits.isErr()) return err(fits.error);

  const newEvents = accepted.map((member) => ({ type: "workspace.member.added", workspaceId, ...member }) as const);
  return ok({
    events: stampEvents(newEvents, facts, { actor, authority: authority.value }, context),
    outcome: { added: accepted, unchanged, rejected },
  });
}

function judge(
  { userId, role }: MemberRole,
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
): "accepted" | "unchanged" | Rejection {
  if (!facts.members.has(userId)) return notOrganizationMember(userId);
  const current = roleIn(facts, workspaceId, userId);
  if (current === undefined) return "accepted";
  return current === role ? "unchanged" : roleConflict(userId, current, role);
}
