import type {
  MembershipRow,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "../../application/ports/queries.ts";
import { matchesWords, takeRows } from "./list-rows.ts";
import { assignmentIn, type OrganizationState, type WorkspaceEntry } from "./organization-state.ts";
import { comparePositions } from "./sorted-table.ts";

/** The organization's workspaces. */
export function listWorkspaces(state: OrganizationState, query: WorkspacesQuery): readonly WorkspaceRow[] {
  return takeRows(state.workspaces.after(query.after), query.limit, (entry) => {
    if (!query.includeArchived && !isActive(entry)) return null;
    return matchesWords(entry, query.words) ? workspaceRow(entry) : null;
  });
}

/** The active workspaces of one user. They are sorted again for each page, because a user is in few of them. */
export function listWorkspacesOf(state: OrganizationState, query: WorkspacesOfQuery): readonly MembershipRow[] {
  const { userId, after, words, limit } = query;
  const entries = [...(state.workspacesOf.get(userId) ?? [])]
    .flatMap((workspaceId) => state.workspaces.get(workspaceId) ?? [])
    .filter((entry) => isActive(entry) && (after === null || comparePositions(entry, after) > 0))
    .sort(comparePositions);
  return takeRows(entries, limit, (entry) => {
    const role = assignmentIn(state, entry.workspace.workspaceId, userId)?.role;
    return role !== undefined && matchesWords(entry, words) ? { ...workspaceRow(entry), role } : null;
  });
}

function isActive({ workspace }: WorkspaceEntry): boolean {
  return workspace.status === "active";
}

function workspaceRow({ workspace, nameKey }: WorkspaceEntry): WorkspaceRow {
  return { ...workspace, nameKey };
}
