import type {
  MembershipRow,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "../../../application/ports/queries.ts";
import type { Scope } from "../scope.ts";
import { type StoredWorkspace, workspaceFields, workspaceOf } from "../stored-workspace.ts";
import type { ListParts } from "./list-page.ts";
import { pageParts } from "./list.ts";

type ListedWorkspace = readonly [...workspace: StoredWorkspace, nameKey: string];
type ListedMembership = readonly [...workspace: ListedWorkspace, role: string];

const columns = `workspace.workspace_id AS id, workspace.name_key, workspace.search_text,
      json_build_array(${workspaceFields}, workspace.name_key`;

/** One page of the organization's workspaces. */
export function workspaces(scope: Scope, query: WorkspacesQuery): ListParts {
  const { tables, organization } = scope;
  const active = query.includeArchived ? "" : ` AND workspace.status = 'active'`;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT ${columns}) AS listed FROM ${tables.workspace} AS workspace
    WHERE workspace.organization_id = ${organization}${active}
      AND (workspace.name_key, workspace.workspace_id) > (${start})
    ORDER BY workspace.name_key, workspace.workspace_id`,
    fromWord: null,
    filter: null,
  });
  return { ctes, fields: null };
}

/** One page of a user's active workspaces. Reads and sorts all of the user's workspaces for each page. */
export function workspacesOf(scope: Scope, query: WorkspacesOfQuery): ListParts {
  const { tables, bind, organization } = scope;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT workspace.id, workspace.name_key, workspace.search_text, workspace.listed FROM (
      SELECT assignment.workspace_id, assignment.role FROM ${tables.roleAssignment} AS assignment
      WHERE assignment.organization_id = ${organization} AND assignment.user_id = ${bind.text(query.userId)} OFFSET 0
    ) AS assignment CROSS JOIN LATERAL (
      SELECT ${columns}, assignment.role) AS listed FROM ${tables.workspace} AS workspace
      WHERE workspace.organization_id = ${organization} AND workspace.workspace_id = assignment.workspace_id
        AND workspace.status = 'active' LIMIT 1
    ) AS workspace WHERE (workspace.name_key, workspace.id) > (${start}) ORDER BY workspace.name_key, workspace.id`,
    fromWord: null,
    filter: null,
  });
  return { ctes, fields: null };
}

export function workspaceRowOf(listed: unknown): WorkspaceRow {
  const [workspaceId, name, description, status, roleCounts, createdAt, nameKey] = listed as ListedWorkspace;
  return { ...workspaceOf([workspaceId, name, description, status, roleCounts, createdAt]), nameKey };
}

export function membershipRowOf(listed: unknown): MembershipRow {
  return { ...workspaceRowOf(listed), role: (listed as ListedMembership)[7] };
}
