import type { Facts, Need } from "../../../application/ports/need.ts";
import type { Organization } from "../../../domain/organization/organization.ts";
import type { IdempotencyKey, OrganizationId } from "../../../domain/values/ids.ts";
import type { CommandRecord } from "../../../application/ports/records.ts";
import type { Connection } from "../connection.ts";
import { loadAssignments, loadAssignmentsOf } from "./load-assignments.ts";
import { loadGrants } from "./load-grants.ts";
import { loadMembers } from "./load-members.ts";
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

interface StoredCommand {
  readonly fingerprint: string;
  readonly outcome: string | null;
  readonly recorded_at: string;
}

const guard = `SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?`;
const organization = `SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?`;
const command = `SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?`;

/** Reads what a decision needs. The caller has a transaction open, so that it is one picture. */
export function loadFacts(connection: Connection, organizationId: OrganizationId, need: Need): Facts {
  const found = connection.statement(guard).get(organizationId) as StoredGuard | null | undefined;
  const given = loadAssignmentsOf(connection, organizationId, need);
  const theirs = [...new Set(given.map(({ workspaceId }) => workspaceId))];
  const workspaces = [...need.workspaces, ...theirs];
  const beside = theirs.map((workspaceId) => ({ workspaceId, userIds: need.assignmentsInSameWorkspaces }));
  const wanted = { ...need, assignments: [...need.assignments, ...beside] };
  const assignments = [...given, ...loadAssignments(connection, organizationId, wanted, given)];
  return {
    revision: Number(found?.revision ?? 0),
    lastSequence: Number(found?.last_sequence ?? 0),
    lastAt: found?.last_at ?? null,
    organization: loadOrganization(connection, organizationId),
    command: need.command === null ? null : loadCommand(connection, organizationId, need.command),
    members: loadMembers(connection, organizationId, need),
    workspaces: loadWorkspaces(connection, organizationId, { ...need, workspaces }),
    assignments,
    grantingEvents: need.grantingEvents ? loadGrants(connection, organizationId, assignments) : [],
  };
}

/** The record of the command with this key, or null. */
export function loadCommand(
  connection: Connection,
  organizationId: OrganizationId,
  key: IdempotencyKey,
): CommandRecord | null {
  const row = connection.statement(command).get(organizationId, key) as StoredCommand | null | undefined;
  return row ? { key, fingerprint: row.fingerprint, outcome: row.outcome, at: row.recorded_at } : null;
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
