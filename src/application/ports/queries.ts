import type { OperationId, OrganizationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import type { Facts, Need } from "./need.ts";

/** A position in a list: lists are sorted by name key, then by id, both in byte order. */
export interface Position {
  readonly nameKey: string;
  readonly id: string;
}

/** The fields of every list query. */
export interface ListQuery {
  readonly organizationId: OrganizationId;
  /** Rows by which the core authorizes the reader, read in the same snapshot as the list. */
  readonly need: Need;
  /** Only rows that match every one of these words: each must be a prefix of one of the row's `words`. Empty for all rows. */
  readonly words: readonly string[];
  /** At most this many rows. */
  readonly limit: number;
  /** Only rows after this position; null to start at the beginning. */
  readonly after: Position | null;
}

/** The organization's members. */
export interface OrganizationMembersQuery extends ListQuery {
  /** Only holders of this organization role; null for all. */
  readonly role: OrganizationRole | null;
}

/** The members of one workspace. */
export interface WorkspaceMembersQuery extends ListQuery {
  readonly workspaceId: WorkspaceId;
  /** Only holders of this workspace role; null for all. */
  readonly role: string | null;
}

/** The organization's members, each with their role in one workspace, if any. */
export interface CandidatesQuery extends ListQuery {
  readonly workspaceId: WorkspaceId;
}

/** The organization's workspaces. */
export interface WorkspacesQuery extends ListQuery {
  readonly includeArchived: boolean;
}

/** The active workspaces of one user. */
export interface WorkspacesOfQuery extends ListQuery {
  readonly userId: UserId;
}

/** The organization's events in order of sequence. */
export interface EventsQuery {
  /** Rows by which the core authorizes the reader, read in the same snapshot as the events. */
  readonly need: Need;
  /** Only events that name this workspace; null for all. */
  readonly workspaceId: WorkspaceId | null;
  /** Only events that name this user as the one affected; null for all. */
  readonly userId: UserId | null;
  /** Only events of this operation, whose sequences have no gaps; null for all. */
  readonly operationId: OperationId | null;
}

/** One person in a list. `workspaceRole` is null in a list without a workspace and for non-members of the workspace. */
export interface PersonRow {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
  readonly nameKey: string;
  readonly organizationRole: OrganizationRole;
  readonly workspaceRole: string | null;
}

/** One workspace in a list. */
export interface WorkspaceRow extends Workspace {
  readonly nameKey: string;
}

/** One workspace in the list of a user. */
export interface MembershipRow extends WorkspaceRow {
  readonly role: string;
}

/** One page of rows, and the facts that authorize its reader: one snapshot, or the guard was the same before and after both were read. */
export interface ListPage<Row> {
  readonly facts: Facts;
  readonly rows: readonly Row[];
}

/** A page of events. */
export type EventPage = ListPage<RosterEvent>;
