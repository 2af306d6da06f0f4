import type { Organization } from "../organization/organization.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";
import type { Brand, OrganizationId, UserId, WorkspaceId } from "../values/ids.ts";
import { assignmentKey, type RoleAssignment } from "../role-assignment/role-assignment.ts";
import type { Workspace } from "../workspace/workspace.ts";

/**
 * What a decision knows about one organization: all of it, or the part that its command needs.
 *
 * A key that the command asked for and that is missing does not exist. No decision looks up a key that its command did
 * not ask for.
 */
export interface OrganizationFacts {
  readonly organizationId: OrganizationId;
  /** +1 with each commit; 0 before the organization exists. */
  readonly revision: number;
  /** The sequence of the newest event; 0 before the first. */
  readonly lastSequence: number;
  /** The time of the newest event; null before the first. */
  readonly lastAt: string | null;
  readonly organization: Organization | null;
  readonly members: ReadonlyMap<UserId, OrganizationMember>;
  readonly workspaces: ReadonlyMap<WorkspaceId, Workspace>;
  /** By workspace and user. */
  readonly assignments: ReadonlyMap<Brand<string, "AssignmentKey">, RoleAssignment>;
}

/** The facts of an organization of which nothing is stored. */
export function noFacts(organizationId: OrganizationId): OrganizationFacts {
  return {
    organizationId,
    revision: 0,
    lastSequence: 0,
    lastAt: null,
    organization: null,
    members: new Map(),
    workspaces: new Map(),
    assignments: new Map(),
  };
}

/** The role that the user holds in the workspace, or undefined. */
export function roleIn(facts: OrganizationFacts, workspaceId: WorkspaceId, userId: UserId): string | undefined {
  return facts.assignments.get(assignmentKey(workspaceId, userId))?.role;
}
