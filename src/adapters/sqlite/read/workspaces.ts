import type {
  MembershipRow,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "../../../application/ports/queries.ts";
import type { Connection } from "../connection.ts";
import { type StoredWorkspace, workspaceColumns, workspaceOf } from "../stored-workspace.ts";
import { startBindings } from "./keyset.ts";
import { hasWords, wordBindings } from "./word-conditions.ts";

interface ListedWorkspace extends StoredWorkspace {
  readonly name_key: string;
}

interface StoredMembership extends ListedWorkspace {
  readonly workspace_role: string;
}

const page = `(w.name_key, w.workspace_id) > (?, ?) ORDER BY w.name_key, w.workspace_id LIMIT ?`;
const walk = `SELECT ${workspaceColumns}, w.name_key FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND (w.status = 'active' OR ?) AND ${hasWords("w")} AND ${page}`;
const startFromUser = `SELECT ${workspaceColumns}, w.name_key, a.role AS workspace_role
  FROM roster_role_assignment AS a CROSS JOIN roster_workspace AS w
  WHERE a.organization_id = ? AND a.user_id = ? AND w.organization_id = a.organization_id AND w.workspace_id = a.workspace_id
  AND w.status = 'active' AND ${hasWords("w")} AND ${page}`;

/** One page of the organization's workspaces. */
export function workspaces(connection: Connection, query: WorkspacesQuery): readonly WorkspaceRow[] {
  const { organizationId, includeArchived, words, after, limit } = query;
  const rows = connection
    .statement(walk)
    .all(organizationId, includeArchived ? 1 : 0, ...wordBindings(words), ...startBindings(after), limit);
  return rows.map(workspaceRowOf);
}

/** One page of a user's active workspaces. Reads and sorts all of the user's workspaces for each page. */
export function workspacesOf(connection: Connection, query: WorkspacesOfQuery): readonly MembershipRow[] {
  const { organizationId, userId, words, after, limit } = query;
  const rows = connection
    .statement(startFromUser)
    .all(organizationId, userId, ...wordBindings(words), ...startBindings(after), limit);
  return rows.map((row) => ({ ...workspaceRowOf(row), role: (row as StoredMembership).workspace_role }));
}

function workspaceRowOf(row: unknown): WorkspaceRow {
  const stored = row as ListedWorkspace;
  return { ...workspaceOf(stored), nameKey: stored.name_key };
}
