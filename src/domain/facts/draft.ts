import type { Organization } from "../organization/organization.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";
import type { AssignmentKey, RoleAssignment } from "../role-assignment/role-assignment.ts";
import { countRole } from "../workspace/role-counts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/**
 * Facts in the making while a run of events is folded in; never leaves `evolve`, so that folding stays linear.
 *
 * A table is copied when the first event changes it, and is null until then.
 */
export interface Draft {
  readonly before: OrganizationFacts;
  organization: Organization | null;
  members: Map<UserId, OrganizationMember> | null;
  workspaces: Map<WorkspaceId, Workspace> | null;
  assignments: Map<AssignmentKey, RoleAssignment> | null;
  /** How many more or fewer hold each role of a workspace; put into the workspaces at the end. */
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

/** Counts one more holder of a role in a workspace, or one fewer. */
export function changeRoleCount(draft: Draft, workspaceId: WorkspaceId, role: string, change: 1 | -1): void {
  const changes = draft.roleChanges.get(workspaceId) ?? new Map<string, number>();
  draft.roleChanges.set(workspaceId, changes.set(role, (changes.get(role) ?? 0) + change));
}

/** What the draft has come to. A table that no event changed is the very one of before. */
export function settled(draft: Draft): OrganizationFacts {
  for (const [workspaceId, changes] of draft.roleChanges) {
    workspacesOf(draft).set(workspaceId, withRoleCounts(draft, workspaceId, changes));
  }
  const { before, organization } = draft;
  const members = draft.members ?? before.members;
  const workspaces = draft.workspaces ?? before.workspaces;
  const assignments = draft.assignments ?? before.assignments;
  return { ...before, organization, members, workspaces, assignments };
}

/** Counts active workspaces. An event about a workspace of an organization that was not created is a bug and throws. */
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
