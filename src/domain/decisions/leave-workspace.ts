import { err, type Result } from "neverthrow";
import type { Command } from "../values/command.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { findActiveWorkspace } from "../authority/find-workspace.ts";
import { type ManageMembersRefusal } from "../authority/manage-members.ts";
import { requireWorkspaceAdmins } from "../facts/require-workspace-admins.ts";
import { roleIn } from "../facts/organization-facts.ts";
import { notWorkspaceMember, type NotWorkspaceMember } from "../role-assignment/not-workspace-member.ts";
import type { RemoveMembersResult } from "./remove-members.ts";

export interface LeaveWorkspace extends Command {
  readonly workspaceId: WorkspaceId;
  /** A user: a system is not a member of any workspace. */
  readonly actor: { readonly userId: UserId };
}

/** The refusals of `leaveWorkspace`. */
export type LeaveWorkspaceRefusal = ManageMembersRefusal | NotWorkspaceMember | LastWorkspaceAdmin;

/** Decides whether the actor gives up their own role. This needs no permission, but the last admin cannot leave (rule M9). */
export function decideLeaveWorkspace(
  facts: OrganizationFacts,
  { workspaceId, actor }: LeaveWorkspace,
  context: DecisionContext,
): Result<Decision<RemoveMembersResult>, LeaveWorkspaceRefusal> {
  const workspace = findActiveWorkspace(facts, workspaceId, actor);
  if (workspace.isErr()) return err(workspace.error);

  const { userId } = actor;
  const role = roleIn(facts, workspaceId, userId);
  if (role === undefined) return err(notWorkspaceMember(userId));

  const removal = { type: "workspace.member.removed", workspaceId, userId, role } as const;
  const events = stampEvents([removal], facts, { actor, authority: "workspace_member" }, context);
  return requireWorkspaceAdmins(
    facts,
    { events, outcome: { removed: [{ userId, role }], unchanged: [], rejected: [] } },
    context,
  );
}
