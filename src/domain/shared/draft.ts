import type { Organization } from "../organization/organization.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";
import type { AssignmentKey, RoleAssignment } from "../role-assignment/role-assignment.ts";
import { countRole } from "../workspace/role-counts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { UserId, WorkspaceId } from "./ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/** Facts in the making while a run of events is folded in; never leaves `evolve`, so that folding stays linear. */
export interface Draft {
  organization: Organization | null;
  readonly members: Map<UserId, OrganizationMember>;
  readonly workspaces: Map<WorkspaceId, Workspace>;
  readonly assignments: Map<AssignmentKey, RoleAssignment>;
  /** How many more or fewer hold each role of a workspace; put into the workspaces at the end. */
  readonly roleChanges: Map<WorkspaceId, Map<string, number>>;
}

export function draftOf(facts: OrganizationFacts): Draft {
  return {
    organization: facts.organization,
    members: new Map(facts.members),
    workspaces: new Map(facts.workspaces),
    assignments: new Map(facts.assignments),
    roleChanges: new Map(),
  };
}

/** Counts one more holder of a role in a workspace, or one fewer. */
export function changeRoleCount(draft: Draft, workspaceId: WorkspaceId, role: string, change: 1 | -1): void {
  const changes = draft.roleChanges.get(workspaceId) ?? new Map<string, number>();
  draft.roleChanges.set(workspaceId, changes.set(role, (changes.get(role) ?? 0) + change));
}

/** What the draft has come to. */
export function settled(draft: Draft): Omit<Draft, "roleChanges"> {
  for (const [workspaceId, changes] of draft.roleChanges) {
    changeWorkspace(draft, workspaceId, ({ roleCounts }) => ({
      roleCounts: [...changes].reduce((counts, [role, change]) => countRole(counts, role, change), roleCounts),
    }));
  }
  const { roleChanges, ...facts } = draft;
  return facts;
}

/** Changes the organization of the draft. An event about an organization that was not created is a bug and throws. */
export function changeOrganization(draft: Draft, change: (organization: Organization) => Partial<Organization>): void {
  if (draft.organization === null) throw new Error("An event precedes the creation of its organization.");
  draft.organization = { ...draft.organization, ...change(draft.organization) };
}

/** Changes one workspace of the draft. An event about a workspace that was not loaded is a bug and throws. */
export function changeWorkspace(
  draft: Draft,
  workspaceId: WorkspaceId,
  change: (workspace: Workspace) => Partial<Workspace>,
): void {
  const workspace = draft.workspaces.get(workspaceId);
  if (workspace === undefined)
    throw new Error(`An event names workspace ${JSON.stringify(workspaceId)}, which is not among the facts.`);
  draft.workspaces.set(workspaceId, { ...workspace, ...change(workspace) });
}
