import type { Facts, Need } from "../../application/ports/need.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { eventAt } from "./event-at.ts";
import { assignmentIn, type MemberEntry, type OrganizationState, type WorkspaceEntry } from "./organization-state.ts";

/** The rows that were asked for and exist, each once. Costs as much as is asked for, however large the organization is. */
export function loadFacts(state: OrganizationState, need: Need): Facts {
  const given = givenAssignments(state, need);
  const theirs = new Set(given.map(({ workspaceId }) => workspaceId));
  const assignments = assignmentsFor(state, need, given, theirs);
  return {
    revision: state.revision,
    lastSequence: state.lastSequence,
    lastAt: state.lastAt,
    organization: state.organization,
    command: need.command === null ? null : (state.commands.get(need.command) ?? null),
    members: [...membersFor(state, need)].map(({ member }) => member),
    workspaces: [...workspacesFor(state, need, theirs)].map(({ workspace }) => workspace),
    assignments: [...assignments],
    grantingEvents: need.grantingEvents ? [...grantsOf(state, assignments)] : [],
  };
}

function membersFor(state: OrganizationState, { members, anyMembers: everyone }: Need): ReadonlySet<MemberEntry> {
  const found = new Set(members.flatMap((userId) => state.members.get(userId) ?? []));
  let remaining = everyone ?? 0;
  for (const entry of remaining > 0 ? state.members.values() : []) {
    found.add(entry);
    remaining -= 1;
    if (remaining === 0) break;
  }
  return found;
}

function workspacesFor(
  state: OrganizationState,
  need: Need,
  theirs: ReadonlySet<WorkspaceId>,
): ReadonlySet<WorkspaceEntry> {
  const nameKeys = need.workspacesNamedLike.flatMap((workspaceId) => state.workspaces.get(workspaceId)?.nameKey ?? []);
  const workspaceIds = [
    ...need.workspaces,
    ...[...need.workspaceNames, ...nameKeys].flatMap((nameKey) => [...(state.activeByName.get(nameKey) ?? [])]),
    ...theirs,
  ];
  return new Set(workspaceIds.flatMap((workspaceId) => state.workspaces.get(workspaceId) ?? []));
}

function assignmentsFor(
  state: OrganizationState,
  need: Need,
  given: readonly RoleAssignment[],
  theirs: ReadonlySet<WorkspaceId>,
): ReadonlySet<RoleAssignment> {
  const assignments = new Set(given);
  const add = (workspaceId: WorkspaceId, userIds: readonly UserId[]): void => {
    for (const userId of userIds) {
      const assignment = assignmentIn(state, workspaceId, userId);
      if (assignment !== undefined) assignments.add(assignment);
    }
  };
  for (const { workspaceId, userIds } of need.assignments) add(workspaceId, userIds);
  for (const workspaceId of theirs) add(workspaceId, need.assignmentsInSameWorkspaces);
  return assignments;
}

/** The assignments of the users all of whose are wanted, and no more than may be given. */
function givenAssignments(
  state: OrganizationState,
  { allAssignmentsOf: assignmentsOf, maxAssignments: maxAssignments }: Need,
): RoleAssignment[] {
  const most = maxAssignments ?? Infinity;
  const given: RoleAssignment[] = [];
  for (const userId of new Set(assignmentsOf)) {
    for (const workspaceId of state.workspacesOf.get(userId) ?? []) {
      if (given.length >= most) return given;
      const assignment = assignmentIn(state, workspaceId, userId);
      if (assignment !== undefined) given.push(assignment);
    }
  }
  return given;
}

function grantsOf({ events }: OrganizationState, assignments: Iterable<RoleAssignment>): ReadonlySet<RosterEvent> {
  return new Set([...assignments].flatMap(({ sequence }) => eventAt(events, sequence) ?? []));
}
