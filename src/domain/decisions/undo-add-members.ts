import { err, type Result } from "neverthrow";
import { organizationAuthority, findOrganization } from "../authority/organization-authority.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { RosterEvent } from "../facts/event.ts";
import { forbidden } from "../authority/forbidden.ts";
import type { OperationId, UserId } from "../values/ids.ts";
import type { Command } from "../values/command.ts";
import type { Actor } from "../values/actor.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { authorityToManage, type ManageMembersRefusal } from "../authority/manage-members.ts";
import { requireWorkspaceAdmins } from "../facts/require-workspace-admins.ts";
import { operationNotUndoable, type OperationNotUndoable } from "../role-assignment/operation-not-undoable.ts";
import { assignmentKey, type MemberRole } from "../role-assignment/role-assignment.ts";
import { rightsOf, rightTo } from "../authority/rights.ts";
import type { BatchResult } from "../values/batch.ts";

export interface UndoAddMembers extends Command {
  readonly actor: Actor;
  readonly operationId: OperationId;
  /** The operation's events, read before the facts: they never change. */
  readonly events: readonly RosterEvent[];
}

/**
 * Why a user was skipped: their role was changed since, also if it was removed and given again, or they were already
 * removed.
 */
export interface UndoSkipped {
  readonly code: "changed_since" | "already_removed";
  readonly userId: UserId;
}

/** What the command did with each user; each list is in the order of the events. */
export type UndoAddMembersResult = BatchResult<"removed", MemberRole, UndoSkipped>;

/** The refusals of `undoAddMembers`. */
export type UndoAddMembersRefusal = ManageMembersRefusal | OperationNotUndoable | LastWorkspaceAdmin;

/**
 * Decides which users of one `addMembers` are removed again: those who still hold the assignment that it gave.
 *
 * An assignment has the sequence of the event that gave it, so a later change is noticed even if it gave the same role.
 */
export function decideUndoAddMembers(
  facts: OrganizationFacts,
  { actor, events }: UndoAddMembers,
  context: DecisionContext,
): Result<Decision<UndoAddMembersResult>, UndoAddMembersRefusal> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  if (!mayKnowOperation(events, facts, actor, context)) return err(forbidden("members:manage"));
  const additions = events.filter(isAddition);
  const [first] = additions;
  if (first === undefined || additions.length < events.length) return err(operationNotUndoable());

  const { workspaceId } = first;
  const removed: MemberRole[] = [];
  const rejected: UndoSkipped[] = [];
  for (const { userId, sequence } of additions) {
    const current = facts.assignments.get(assignmentKey(workspaceId, userId));
    if (current?.sequence === sequence) removed.push({ userId, role: current.role });
    else rejected.push({ code: current === undefined ? "already_removed" : "changed_since", userId });
  }
  const roles = removed.map(({ role }) => role);
  const authority = authorityToManage(facts, { workspaceId, actor }, roles, context);
  if (authority.isErr()) return err(authority.error);

  const newEvents = removed.map((member) => ({ type: "workspace.member.removed", workspaceId, ...member }) as const);
  const undoing = stampEvents(newEvents, facts, { actor, authority: authority.value }, context);
  return requireWorkspaceAdmins(facts, { events: undoing, outcome: { removed, unchanged: [], rejected } }, context);
}

/**
 * Whether the actor may know what the operation did: organization admins may, and those who manage the members of its
 * workspace. Others get the same answer for an operation that does not exist and one that they may not undo.
 */
function mayKnowOperation(
  events: readonly RosterEvent[],
  facts: OrganizationFacts,
  actor: Actor,
  context: DecisionContext,
): boolean {
  if (organizationAuthority(facts, actor) !== null) return true;
  const event = events.find((each) => "workspaceId" in each);
  return event !== undefined && rightTo(rightsOf(facts, event.workspaceId, actor, context), "members:manage") !== null;
}

/** `addMembers` has only such events. An operation that did more cannot be undone by half. */
function isAddition(event: RosterEvent): event is Extract<RosterEvent, { type: "workspace.member.added" }> {
  return event.type === "workspace.member.added";
}
