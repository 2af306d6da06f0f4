import type { Position } from "../../application/ports/queries.ts";
import type { CommandRecord } from "../../application/ports/records.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { IdempotencyKey, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import { type SortedTable, sortedTable } from "./sorted-table.ts";

export interface MemberEntry extends Position {
  readonly words: readonly string[];
  readonly member: OrganizationMember;
}

export interface WorkspaceEntry extends Position {
  readonly words: readonly string[];
  readonly workspace: Workspace;
}

/** Has the id of the user and the name key of the member, so that the members of a workspace are sorted by name. */
export interface AssignmentEntry extends Position {
  readonly assignment: RoleAssignment;
}

/** Everything that is stored of one organization. Only commits change it. The values inside are frozen. */
export interface OrganizationState {
  revision: number;
  lastSequence: number;
  lastAt: string | null;
  organization: Organization | null;
  readonly members: SortedTable<MemberEntry>;
  readonly workspaces: SortedTable<WorkspaceEntry>;
  readonly activeByName: Map<string, Set<WorkspaceId>>;
  readonly assignments: Map<WorkspaceId, SortedTable<AssignmentEntry>>;
  readonly workspacesOf: Map<UserId, Set<WorkspaceId>>;
  readonly commands: Map<IdempotencyKey, CommandRecord>;
  /** In order of sequence. */
  readonly events: RosterEvent[];
}

/** The state of an organization that does not exist. */
export function emptyState(): OrganizationState {
  return {
    revision: 0,
    lastSequence: 0,
    lastAt: null,
    organization: null,
    members: sortedTable(),
    workspaces: sortedTable(),
    activeByName: new Map(),
    assignments: new Map(),
    workspacesOf: new Map(),
    commands: new Map(),
    events: [],
  };
}

/** The assignment of a user in a workspace. */
export function assignmentIn(
  state: OrganizationState,
  workspaceId: WorkspaceId,
  userId: UserId,
): RoleAssignment | undefined {
  return state.assignments.get(workspaceId)?.get(userId)?.assignment;
}
