import type {
  CandidatesQuery,
  OrganizationMembersQuery,
  PersonRow,
  WorkspaceMembersQuery,
} from "../../application/ports/queries.ts";
import { matchesWords, takeRows } from "./list-rows.ts";
import { assignmentIn, type MemberEntry, type OrganizationState } from "./organization-state.ts";

/** The organization's members. */
export function listOrganizationMembers(
  state: OrganizationState,
  query: OrganizationMembersQuery,
): readonly PersonRow[] {
  return takeRows(state.members.after(query.after), query.limit, (entry) => {
    if (query.role !== null && entry.member.role !== query.role) return null;
    return matchesWords(entry, query.words) ? personRow(entry, null) : null;
  });
}

/** The members of one workspace. */
export function listWorkspaceMembers(state: OrganizationState, query: WorkspaceMembersQuery): readonly PersonRow[] {
  const assignments = state.assignments.get(query.workspaceId)?.after(query.after) ?? [];
  return takeRows(assignments, query.limit, ({ id, assignment }) => {
    if (query.role !== null && assignment.role !== query.role) return null;
    const entry = state.members.get(id);
    return entry !== undefined && matchesWords(entry, query.words) ? personRow(entry, assignment.role) : null;
  });
}

/** The organization's members, each with their role in one workspace. */
export function listCandidates(state: OrganizationState, query: CandidatesQuery): readonly PersonRow[] {
  return takeRows(state.members.after(query.after), query.limit, (entry) => {
    if (!matchesWords(entry, query.words)) return null;
    return personRow(entry, assignmentIn(state, query.workspaceId, entry.member.userId)?.role ?? null);
  });
}

function personRow({ member, nameKey }: MemberEntry, workspaceRole: string | null): PersonRow {
  const { userId, displayName, email, role } = member;
  return { userId, displayName, email, nameKey, organizationRole: role, workspaceRole };
}
