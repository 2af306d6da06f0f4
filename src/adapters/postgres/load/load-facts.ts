import type { Facts, Need } from "../../../application/ports/need.ts";
import type { Organization } from "../../../domain/organization/organization.ts";
import type { Row } from "../connection.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { jsonRow, type Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";
import { eventBodies, eventsOf } from "../stored-event.ts";
import { assignmentParts, assignmentsIn } from "./load-assignments.ts";
import { commandOf, storedCommand } from "./load-command.ts";
import { firstAdminCtes, memberColumns, membersIn } from "./load-members.ts";
import { workspaceColumns, workspacesIn } from "./load-workspaces.ts";

type StoredGuard = readonly [revision: number, lastSequence: number, lastAt: string | null];

type StoredOrganization = readonly [
  name: string,
  memberCount: number,
  adminCount: number,
  activeWorkspaceCount: number,
  createdAt: string,
];

/** The parts of a statement that reads what a decision needs. It is one statement, so all rows are from one snapshot. */
export interface FactsParts {
  readonly ctes: readonly string[];
  readonly columns: readonly string[];
  readonly factsIn: (row: Row | undefined) => Facts;
}

export function factsReading(tables: Tables, organizationId: OrganizationId, need: Need): Reading<Facts> {
  const scope = scopeOf(tables, organizationId);
  const { ctes, columns, factsIn } = factsParts(scope, need);
  return { statement: statementOf(scope, ctes, columns), answerOf: factsIn };
}

export function factsParts(scope: Scope, need: Need): FactsParts {
  const { tables, organization } = scope;
  const key = need.command;
  const assignments = assignmentParts(scope, need);
  const columns = [
    `(SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM ${tables.guard} AS guard WHERE guard.organization_id = ${organization}) AS guard`,
    `(SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM ${tables.organization} AS organization WHERE organization.organization_id = ${organization}) AS organization`,
    ...(key === null ? [] : [`${storedCommand(scope, key)} AS command`]),
    ...memberColumns(scope, need),
    ...workspaceColumns(scope, need),
    ...assignments.columns,
    ...(need.grantingEvents && assignments.all !== null ? [grantsColumn(scope, assignments.all)] : []),
  ];
  return {
    ctes: [...firstAdminCtes(scope, need), ...assignments.ctes],
    columns,
    factsIn: (row = {}) => {
      const [revision, lastSequence, lastAt] = (jsonRow(row["guard"]) as StoredGuard | null) ?? [0, 0, null];
      return {
        revision,
        lastSequence,
        lastAt,
        organization: organizationOf(jsonRow(row["organization"]) as StoredOrganization | null),
        command: key === null ? null : commandOf(key, row["command"]),
        members: membersIn(row),
        workspaces: workspacesIn(row),
        assignments: assignmentsIn(row),
        grantingEvents: eventsOf(row["granting_events"]),
      };
    },
  };
}

/** The column with the events that granted these assignments, each once. */
function grantsColumn({ tables, organization }: Scope, assignments: string): string {
  const one = `SELECT event.sequence, event.body FROM ${tables.event} AS event
    WHERE event.organization_id = ${organization} AND event.sequence = wanted.sequence LIMIT 1`;
  return `(SELECT ${eventBodies} FROM (SELECT DISTINCT assignment.sequence FROM (${assignments}) AS assignment) AS wanted
    CROSS JOIN LATERAL (${one}) AS event) AS granting_events`;
}

function organizationOf(stored: StoredOrganization | null): Organization | null {
  if (stored === null) return null;
  const [name, memberCount, adminCount, activeWorkspaceCount, createdAt] = stored;
  return { name, memberCount, adminCount, activeWorkspaceCount, createdAt };
}
