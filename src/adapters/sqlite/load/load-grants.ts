import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import type { Connection } from "../connection.ts";
import { eventOf } from "../stored-event.ts";

const oneEvent = `SELECT body FROM roster_event WHERE organization_id = ? AND sequence = ?`;

/** The events that gave these assignments, each once. */
export function loadGrants(
  connection: Connection,
  organizationId: OrganizationId,
  assignments: readonly RoleAssignment[],
): readonly RosterEvent[] {
  const statement = connection.statement(oneEvent);
  const sequences = new Set(assignments.map(({ sequence }) => sequence));
  return [...sequences].flatMap((sequence) => statement.all(organizationId, sequence).map(eventOf));
}
