import { err, ok, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import type { Actor } from "../shared/actor.ts";
import { type BatchMode, judgeBatch } from "../shared/batch.ts";
import type { Command } from "../shared/command.ts";
import { type Decision, type DecisionContext, eventsOf } from "../shared/decision.ts";
import type { Forbidden } from "../shared/forbidden.ts";
import type { WorkspaceId } from "../shared/ids.ts";
import type { MembersRejected } from "../shared/members-rejected.ts";
import type { OrganizationFacts } from "../shared/organization-facts.ts";
import { roleConflict, type RoleConflict } from "../shared/role-conflict.ts";
import { ownActiveWorkspace } from "../workspace/own-workspace.ts";
import type { WorkspaceArchived } from "../workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";
import { authorityToGrant } from "./authority-to-grant.ts";
import { notOrganizationMember, type NotOrganizationMember } from "./not-organization-member.ts";
import { assignmentKey } from "./role-assignment.ts";
import type { RoleRequest } from "./role-request.ts";

export interface AddMembers extends Command {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly members: readonly RoleRequest[];
  readonly mode: BatchMode;
}

/** Why one user cannot be added. */
export type AddMemberRejection<Role extends string = string> = NotOrganizationMember | RoleConflict<Role>;

export interface MembersAreAdded<Role extends string = string> {
  readonly added: readonly RoleRequest<Role>[];
  readonly unchanged: readonly RoleRequest<Role>[];
  readonly rejected: readonly AddMemberRejection<Role>[];
}

export type AddMembersRefusal<Role extends string = string> =
  OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden | MembersRejected<AddMemberRejection<Role>>;

/** Decides which of the named users join the workspace, and with what role (rules M1, M3, M4, A1 to A4). */
export function decideAddMembers(
  facts: OrganizationFacts,
  command: AddMembers,
  context: DecisionContext,
): Result<Decision<MembersAreAdded>, AddMembersRefusal> {
  const { workspaceId, actor, members, mode } = command;
  const workspace = ownActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);

  const authority = authorityToGrant(facts, command, context);
  if (authority.isErr()) return err(authority.error);

  const judged = judgeBatch(members, mode, (member) => judge(member, facts, workspaceId));
  if (judged.isErr()) return err(judged.error);

  const { accepted, unchanged, rejected } = judged.value;
  const happenings = accepted.map((member) => ({ type: "workspace.member.added", workspaceId, ...member }) as const);
  return ok({
    events: eventsOf(happenings, facts, { actor, authority: authority.value }, context),
    outcome: { added: accepted, unchanged, rejected },
  });
}

function judge(
  { userId, role }: RoleRequest,
  { members, assignments }: OrganizationFacts,
  workspaceId: WorkspaceId,
): "accepted" | "unchanged" | AddMemberRejection {
  if (!members.has(userId)) return notOrganizationMember(userId);
  const current = assignments.get(assignmentKey(workspaceId, userId));
  if (current === undefined) return "accepted";
  return current.role === role ? "unchanged" : roleConflict(userId, current.role, role);
}
