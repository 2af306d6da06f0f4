import type { Facts, Need } from "../../../application/ports/need.ts";
import type { Organization } from "../../../domain/organization/organization.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { loadCommand } from "../command-records.ts";
import type { Connection } from "../connection.ts";
import { eventOf } from "../stored-event.ts";
import { loadAssignments, loadAssignmentsOf } from "./load-assignments.ts";
import { loadFirstAdmin, loadMembers } from "./load-members.ts";
import { loadWorkspaces } from "./load-workspaces.ts";

interface StoredGuard {
  readonly revision: number | bigint;
  readonly last_sequence: number | bigint;
  readonly last_at: string | null;
}

interface StoredOrganization {
  readonly name: string;
  readonly member_count: number | bigint;
  readonly admin_count: number | bigint;
  readonly active_workspace_count: number | bigint;
  readonly created_at: string;
}

const guard = `SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?`;
const organization = `SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?`;
const oneEvent = `SELECT body FROM roster_event WHERE organization_id = ? AND sequence = ?`;

/** Reads what a decision needs. The caller must have a transaction open, so that all of it is from one snapshot. */
export function loadFacts(connection: Connection, organizationId: OrganizationId, need: Need): Facts {
  const found = connection.statement(guard).get(organizationId) as StoredGuard | null | undefined;
  const ofUsers = loadAssignmentsOf(connection, organizationId, need);
  const theirWorkspaces = [...new Set(ofUsers.map(({ workspaceId }) => workspaceId))];
  const workspaces = [...need.workspaces, ...theirWorkspaces];
  const firstAdmin = loadFirstAdmin(connection, organizationId, need);
  const admins = firstAdmin === null ? [] : [firstAdmin];
  const others = [...need.assignmentsInSameWorkspaces, ...admins.map(({ userId }) => userId)];
  const ofOthers = theirWorkspaces.map((workspaceId) => ({ workspaceId, userIds: others }));
  const wanted = { ...need, assignments: [...need.assignments, ...ofOthers] };
  const assignments = [...ofUsers, ...loadAssignments(connection, organizationId, wanted, ofUsers)];
  return {
    revision: Number(found?.revision ?? 0),
    lastSequence: Number(found?.last_sequence ?? 0),
    lastAt: found?.last_at ?? null,
    organization: loadOrganization(connection, organizationId),
    command: need.command === null ? null : loadCommand(connection, organizationId, need.command),
    members: loadMembers(connection, organizationId, need, admins),
    workspaces: loadWorkspaces(connection, organizationId, { ...need, workspaces }),
    assignments,
    grantingEvents: need.grantingEvents ? loadGrants(connection, organizationId, assignments) : [],
  };
}

/** The events that granted these assignments, each once. */
function loadGrants(
  connection: Connection,
  organizationId: OrganizationId,
  assignments: readonly RoleAssignment[],
): readonly RosterEvent[] {
  const statement = connection.statement(oneEvent);
  const sequences = new Set(assignments.map(({ sequence }) => sequence));
  return [...sequences].flatMap((sequence) => statement.all(organizationId, sequence).map(eventOf));
}

function loadOrganization(connection: Connection, organizationId: OrganizationId): Organization | null {
  const row = connection.statement(organization).get(organizationId) as StoredOrganization | null | undefined;
  if (!row) return null;
  return {
    name: row.name,
    memberCount: Number(row.member_count),
    adminCount: Number(row.admin_count),
    activeWorkspaceCount: Number(row.active_workspace_count),
    createdAt: row.created_at,
  };
}
