import type { Facts, Need } from "../../application/ports/need.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { compareBytes } from "../../domain/values/byte-order.ts";
import { firstIndex } from "./first-index.ts";
import { assignmentIn, type MemberEntry, type OrganizationState, type WorkspaceEntry } from "./organization-state.ts";

/** The needed rows that exist, each once. The cost depends on the need, not on the size of the organization. */
export function loadFacts(state: OrganizationState, need: Need): Facts {
  const ofUsers = assignmentsOfUsers(state, need);
  const theirWorkspaces = new Set(ofUsers.map(({ workspaceId }) => workspaceId));
  const members = membersFor(state, need);
  const firstAdmin = firstAdminFor(state, need);
  if (firstAdmin !== null) members.add(firstAdmin);
  const alsoIn = [...need.assignmentsInSameWorkspaces, ...(firstAdmin === null ? [] : [firstAdmin.member.userId])];
  const assignments = assignmentsFor(state, { ...need, assignmentsInSameWorkspaces: alsoIn }, ofUsers, theirWorkspaces);
  return {
    revision: state.revision,
    lastSequence: state.lastSequence,
    lastAt: state.lastAt,
    organization: state.organization,
    command: need.command === null ? null : (state.commands.get(need.command) ?? null),
    members: [...members].map(({ member }) => member),
    workspaces: [...workspacesFor(state, need, theirWorkspaces)].map(({ workspace }) => workspace),
    assignments: [...assignments],
    grantingEvents: need.grantingEvents ? [...grantsOf(state, assignments)] : [],
  };
}

function membersFor(state: OrganizationState, { members, anyMembers }: Need): Set<MemberEntry> {
  const found = new Set(members.flatMap((userId) => state.members.get(userId) ?? []));
  let remaining = anyMembers ?? 0;
  for (const entry of remaining > 0 ? state.members.values() : []) {
    found.add(entry);
    remaining -= 1;
    if (remaining === 0) break;
  }
  return found;
}

/** The first organization admin by user id who is not excluded, or null. */
function firstAdminFor(state: OrganizationState, { firstAdminExcept }: Need): MemberEntry | null {
  if (firstAdminExcept === null) return null;
  const excluded = new Set(firstAdminExcept);
  let first: MemberEntry | null = null;
  for (const entry of state.members.values()) {
    const { userId, role } = entry.member;
    if (role !== "admin" || excluded.has(userId)) continue;
    if (first === null || compareBytes(userId, first.member.userId) < 0) first = entry;
  }
  return first;
}

function workspacesFor(
  state: OrganizationState,
  need: Need,
  theirWorkspaces: ReadonlySet<WorkspaceId>,
): ReadonlySet<WorkspaceEntry> {
  const nameKeys = need.workspacesNamedLike.flatMap((workspaceId) => state.workspaces.get(workspaceId)?.nameKey ?? []);
  const workspaceIds = [
    ...need.workspaces,
    ...[...need.workspaceNames, ...nameKeys].flatMap((nameKey) => [...(state.activeByName.get(nameKey) ?? [])]),
    ...theirWorkspaces,
  ];
  return new Set(workspaceIds.flatMap((workspaceId) => state.workspaces.get(workspaceId) ?? []));
}

function assignmentsFor(
  state: OrganizationState,
  need: Need,
  ofUsers: readonly RoleAssignment[],
  theirWorkspaces: ReadonlySet<WorkspaceId>,
): ReadonlySet<RoleAssignment> {
  const assignments = new Set(ofUsers);
  const add = (workspaceId: WorkspaceId, userIds: readonly UserId[]): void => {
    for (const userId of userIds) {
      const assignment = assignmentIn(state, workspaceId, userId);
      if (assignment !== undefined) assignments.add(assignment);
    }
  };
  for (const { workspaceId, userIds } of need.assignments) add(workspaceId, userIds);
  for (const workspaceId of theirWorkspaces) add(workspaceId, need.assignmentsInSameWorkspaces);
  return assignments;
}

/** All assignments of the users for whom all are needed, at most `maxAssignments`. */
function assignmentsOfUsers(state: OrganizationState, { allAssignmentsOf, maxAssignments }: Need): RoleAssignment[] {
  const limit = maxAssignments ?? Infinity;
  const found: RoleAssignment[] = [];
  for (const userId of new Set(allAssignmentsOf)) {
    for (const workspaceId of state.workspacesOf.get(userId) ?? []) {
      if (found.length >= limit) return found;
      const assignment = assignmentIn(state, workspaceId, userId);
      if (assignment !== undefined) found.push(assignment);
    }
  }
  return found;
}

function grantsOf({ events }: OrganizationState, assignments: Iterable<RoleAssignment>): ReadonlySet<RosterEvent> {
  return new Set([...assignments].flatMap(({ sequence }) => eventAt(events, sequence) ?? []));
}

/** The event with this sequence, among events in order of sequence. */
function eventAt(events: readonly RosterEvent[], sequence: number): RosterEvent | undefined {
  const event = events[firstIndex(events, (each) => each.sequence >= sequence)];
  return event?.sequence === sequence ? event : undefined;
}
