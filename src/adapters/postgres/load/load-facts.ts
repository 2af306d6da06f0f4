import type { Facts, Need } from "../../../application/ports/need.ts";
import type { Organization } from "../../../domain/organization/organization.ts";
import type { Row } from "../connection.ts";
import { jsonRow } from "../json-column.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";
import { eventsOf } from "../stored-event.ts";
import { assignmentParts, assignmentsIn } from "./load-assignments.ts";
import { commandOf, storedCommand } from "./load-command.ts";
import { grantsColumn } from "./load-grants.ts";
import { memberColumns, membersIn } from "./load-members.ts";
import { workspaceColumns, workspacesIn } from "./load-workspaces.ts";

type StoredGuard = readonly [revision: number, lastSequence: number, lastAt: string | null];

type StoredOrganization = readonly [
  name: string,
  memberCount: number,
  adminCount: number,
  activeWorkspaceCount: number,
  createdAt: string,
];

/** The parts of a statement that reads what a decision needs: being one statement, it is one picture. */
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
    `(SELECT json_build_array(g.revision, g.last_sequence, g.last_at)::text
    FROM ${tables.guard} AS g WHERE g.organization_id = ${organization}) AS guard`,
    `(SELECT json_build_array(o.name, o.member_count, o.admin_count, o.active_workspace_count, o.created_at)::text
    FROM ${tables.organization} AS o WHERE o.organization_id = ${organization}) AS organization`,
    ...(key === null ? [] : [`${storedCommand(scope, key)} AS command`]),
    ...memberColumns(scope, need),
    ...workspaceColumns(scope, need),
    ...assignments.columns,
    ...(need.grantingEvents && assignments.all !== null ? [grantsColumn(scope, assignments.all)] : []),
  ];
  return {
    ctes: assignments.ctes,
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
        grantingEvents: eventsOf(row["grants"]),
      };
    },
  };
}

function organizationOf(stored: StoredOrganization | null): Organization | null {
  if (stored === null) return null;
  const [name, memberCount, adminCount, activeWorkspaceCount, createdAt] = stored;
  return { name, memberCount, adminCount, activeWorkspaceCount, createdAt };
}
