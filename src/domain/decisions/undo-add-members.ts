import { err, type Result } from "neverthrow";
import { organizationAuthority, findOrganization } from "../authority/organization-authority.ts";
import { type Decision, type DecisionContext, eventsOf } from "../facts/decision.ts";
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
import { assignmentKey } from "../role-assignment/role-assignment.ts";
import type { WorkspaceMemberAddedEvent } from "../role-assignment/role-assignment-events.ts";
import { rightsOf, rightTo } from "../authority/rights.ts";
import type { MemberRole } from "../role-assignment/member-role.ts";

export interface UndoAddMembers extends Command {
  readonly actor: Actor;
  readonly operationId: OperationId;
  /** The operation's events; they never change, so they are read before the facts. */
  readonly events: readonly RosterEvent[];
}

/** Why a user was left alone: their role was changed since (or taken back and given again), or is gone already. */
export interface UndoSkipped {
  readonly code: "changed_since" | "already_removed";
  readonly userId: UserId;
}

/** What undoing an addition did. */
export interface UndoAddMembersResult<Role extends string = string> {
  readonly removed: readonly MemberRole<Role>[];
  readonly unchanged: readonly MemberRole<Role>[];
  readonly rejected: readonly UndoSkipped[];
}

/** The refusals of `undo`. */
export type UndoAddMembersRefusal = ManageMembersRefusal | OperationNotUndoable | LastWorkspaceAdmin;

/**
 * Decides what of one bulk addition is taken back: whoever still holds the very role assignment that it gave.
 *
 * An assignment carries the sequence of the event that gave it, so a later change shows even where it gave the same role.
 */
export function decideUndoAddMembers(
  facts: OrganizationFacts,
  { actor, events }: UndoAddMembers,
  context: DecisionContext,
): Result<Decision<UndoAddMembersResult>, UndoAddMembersRefusal> {
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);
  if (!mayKnowOf(events, facts, actor, context)) return err(forbidden("members:manage"));
  const additions = events.filter(isAddition);
  const [first] = additions;
  if (first === undefined || additions.length < events.length) return err(operationNotUndoable());

  const { workspaceId } = first;
  const removed: MemberRole[] = [];
  const rejected: UndoSkipped[] = [];
  for (const { userId, sequence } of additions) {
    const held = facts.assignments.get(assignmentKey(workspaceId, userId));
    if (held?.sequence === sequence) removed.push({ userId, role: held.role });
    else rejected.push({ code: held === undefined ? "already_removed" : "changed_since", userId });
  }
  const taken = removed.map(({ role }) => role);
  const authority = authorityToManage(facts, { workspaceId, actor }, taken, context);
  if (authority.isErr()) return err(authority.error);

  const happenings = removed.map((member) => ({ type: "workspace.member.removed", workspaceId, ...member }) as const);
  const undoing = eventsOf(happenings, facts, { actor, authority: authority.value }, context);
  return requireWorkspaceAdmins(facts, { events: undoing, outcome: { removed, unchanged: [], rejected } }, context);
}

/**
 * Whether the actor may learn what the operation was: organization admins may, and those who manage the members of its
 * workspace. To others one that does not exist and one that they may not undo are the same.
 */
function mayKnowOf(events: readonly RosterEvent[], facts: OrganizationFacts, actor: Actor, context: DecisionContext) {
  if (organizationAuthority(facts, actor) !== null) return true;
  const about = events.find((event) => "workspaceId" in event);
  return about !== undefined && rightTo(rightsOf(facts, about.workspaceId, actor, context), "members:manage") !== null;
}

/** A bulk addition has such events only; an operation that also did something else cannot be undone by half. */
function isAddition(event: RosterEvent): event is RosterEvent & WorkspaceMemberAddedEvent {
  return event.type === "workspace.member.added";
}
