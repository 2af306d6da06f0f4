import type { Organization } from "../organization/organization.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";
import type { AssignmentKey, RoleAssignment } from "../role-assignment/role-assignment.ts";
import { countRole } from "../workspace/role-counts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/**
 * Mutable facts while events are folded in, so that folding takes linear time. Never leaves `evolve`.
 *
 * A table is null until the first event changes it, and is copied then.
 */
export interface Draft {
  readonly before: OrganizationFacts;
  organization: Organization | null;
  members: Map<UserId, OrganizationMember> | null;
  workspaces: Map<WorkspaceId, Workspace> | null;
  assignments: Map<AssignmentKey, RoleAssignment> | null;
  /** The change in the number of holders of each role, by workspace; applied to the workspaces at the end. */
  readonly roleChanges: Map<WorkspaceId, Map<string, number>>;
}

export function draftOf(before: OrganizationFacts): Draft {
  const { organization } = before;
  return { before, organization, members: null, workspaces: null, assignments: null, roleChanges: new Map() };
}

export function membersOf(draft: Draft): Map<UserId, OrganizationMember> {
  return (draft.members ??= new Map(draft.before.members));
}

export function workspacesOf(draft: Draft): Map<WorkspaceId, Workspace> {
  return (draft.workspaces ??= new Map(draft.before.workspaces));
}

export function assignmentsOf(draft: Draft): Map<AssignmentKey, RoleAssignment> {
  return (draft.assignments ??= new Map(draft.before.assignments));
}

/** Counts one holder more or fewer of a role in a workspace. */
export function changeRoleCount(draft: Draft, workspaceId: WorkspaceId, role: string, change: 1 | -1): void {
  const changes = draft.roleChanges.get(workspaceId) ?? new Map<string, number>();
  draft.roleChanges.set(workspaceId, changes.set(role, (changes.get(role) ?? 0) + change));
}

/** The facts that the draft has become. A table that no event changed is the same object as before. */
export function factsOf(draft: Draft): OrganizationFacts {
  for (const [workspaceId, changes] of draft.roleChanges) {
    workspacesOf(draft).set(workspaceId, withRoleCounts(draft, workspaceId, changes));
  }
  const { before, organization } = draft;
  const members = draft.members ?? before.members;
  const workspaces = draft.workspaces ?? before.workspaces;
  const assignments = draft.assignments ?? before.assignments;
  return { ...before, organization, members, workspaces, assignments };
}

/** Counts active workspaces. Throws if the organization was not created: such an event is a bug. */
export function changeActiveWorkspaceCount(draft: Draft, change: number): void {
  if (change === 0) return;
  if (draft.organization === null) throw new Error("An event precedes the creation of its organization.");
  const { activeWorkspaceCount } = draft.organization;
  draft.organization = { ...draft.organization, activeWorkspaceCount: activeWorkspaceCount + change };
}

function withRoleCounts(draft: Draft, workspaceId: WorkspaceId, changes: ReadonlyMap<string, number>): Workspace {
  const workspace = workspacesOf(draft).get(workspaceId);
  if (workspace === undefined)
    throw new Error(`An event names workspace ${JSON.stringify(workspaceId)}, which is not among the facts.`);
  const { roleCounts } = workspace;
  return {
    ...workspace,
    roleCounts: [...changes].reduce((counts, [role, change]) => countRole(counts, role, change), roleCounts),
  };
}
