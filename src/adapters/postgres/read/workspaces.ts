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

const columns = `w.workspace_id AS id, w.name_key, w.search_text, json_build_array(${workspaceFields}, w.name_key`;

/** One page of the organization's workspaces. */
export function workspaces(scope: Scope, query: WorkspacesQuery): ListParts {
  const { tables, organization } = scope;
  const active = query.includeArchived ? "" : ` AND w.status = 'active'`;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT ${columns}) AS listed FROM ${tables.workspace} AS w
    WHERE w.organization_id = ${organization}${active} AND (w.name_key, w.workspace_id) > (${start})
    ORDER BY w.name_key, w.workspace_id`,
    fromWord: null,
    filter: null,
  });
  return { ctes, fields: null };
}

/** One page of a user's active workspaces. All of the user's are read and sorted for it. */
export function workspacesOf(scope: Scope, query: WorkspacesOfQuery): ListParts {
  const { tables, bind, organization } = scope;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT w.id, w.name_key, w.search_text, w.listed FROM (
      SELECT a.workspace_id, a.role FROM ${tables.roleAssignment} AS a
      WHERE a.organization_id = ${organization} AND a.user_id = ${bind.text(query.userId)} OFFSET 0
    ) AS a CROSS JOIN LATERAL (
      SELECT ${columns}, a.role) AS listed FROM ${tables.workspace} AS w
      WHERE w.organization_id = ${organization} AND w.workspace_id = a.workspace_id AND w.status = 'active' LIMIT 1
    ) AS w WHERE (w.name_key, w.id) > (${start}) ORDER BY w.name_key, w.id`,
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
