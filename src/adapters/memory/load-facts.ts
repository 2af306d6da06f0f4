import type { Facts, Need } from "../../application/ports/need.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { RosterEvent } from "../../domain/shared/event.ts";
import type { WorkspaceId } from "../../domain/shared/ids.ts";
import { eventAt } from "./event-at.ts";
import { assignmentIn, type MemberEntry, type OrganizationState, type WorkspaceEntry } from "./organization-state.ts";

/** The rows that were asked for and exist, each once. Costs as much as is asked for, however large the organization is. */
export function loadFacts(state: OrganizationState, need: Need): Facts {
  const assignments = assignmentsFor(state, need);
  return {
    revision: state.revision,
    lastSequence: state.lastSequence,
    lastAt: state.lastAt,
    organization: state.organization,
    command: need.command === null ? null : (state.commands.get(need.command) ?? null),
    members: [...membersFor(state, need)].map(({ member }) => member),
    workspaces: [...workspacesFor(state, need)].map(({ workspace }) => workspace),
    assignments: [...assignments],
    grants: need.grants ? [...grantsOf(state, assignments)] : [],
  };
}

function membersFor(state: OrganizationState, { members, everyone }: Need): ReadonlySet<MemberEntry> {
  const found = new Set(members.flatMap((userId) => state.members.get(userId) ?? []));
  let remaining = everyone ?? 0;
  for (const entry of remaining > 0 ? state.members.values() : []) {
    found.add(entry);
    remaining -= 1;
    if (remaining === 0) break;
  }
  return found;
}

function workspacesFor(state: OrganizationState, need: Need): ReadonlySet<WorkspaceEntry> {
  const nameKeys = need.namesakesOf.flatMap((workspaceId) => state.workspaces.get(workspaceId)?.nameKey ?? []);
  const workspaceIds = [
    ...need.workspaces,
    ...[...need.workspaceNames, ...nameKeys].flatMap((nameKey) => [...(state.activeByName.get(nameKey) ?? [])]),
    ...workspacesOf(state, need),
  ];
  return new Set(workspaceIds.flatMap((workspaceId) => state.workspaces.get(workspaceId) ?? []));
}

function assignmentsFor(state: OrganizationState, need: Need): ReadonlySet<RoleAssignment> {
  const named = need.assignments.flatMap(({ workspaceId, userIds }) =>
    userIds.flatMap((userId) => assignmentIn(state, workspaceId, userId) ?? []),
  );
  const all = need.assignmentsOf.flatMap((userId) =>
    [...(state.workspacesOf.get(userId) ?? [])].flatMap(
      (workspaceId) => assignmentIn(state, workspaceId, userId) ?? [],
    ),
  );
  const beside = [...workspacesOf(state, need)].flatMap((workspaceId) =>
    need.assignmentsBeside.flatMap((userId) => assignmentIn(state, workspaceId, userId) ?? []),
  );
  return new Set([...named, ...all, ...beside]);
}

function workspacesOf(state: OrganizationState, { assignmentsOf }: Need): ReadonlySet<WorkspaceId> {
  return new Set(assignmentsOf.flatMap((userId) => [...(state.workspacesOf.get(userId) ?? [])]));
}

function grantsOf({ events }: OrganizationState, assignments: Iterable<RoleAssignment>): ReadonlySet<RosterEvent> {
  return new Set([...assignments].flatMap(({ sequence }) => eventAt(events, sequence) ?? []));
}
