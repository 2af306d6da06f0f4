import type { PersonRow, WorkspaceRow } from "../../application/ports/queries.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";

/** What facts tell of a stored member. */
export function memberOf({ nameKey: _, words: __, ...member }: OrganizationMemberRecord): OrganizationMember {
  return member;
}

/** What facts tell of a stored workspace. */
export function workspaceOf({ nameKey: _, words: __, ...workspace }: WorkspaceRecord): Workspace {
  return workspace;
}

/** What lists tell of a stored member. */
export function personRowOf(record: OrganizationMemberRecord, workspaceRole: string | null = null): PersonRow {
  const { userId, displayName, email, nameKey, role } = record;
  return { userId, displayName, email, nameKey, organizationRole: role, workspaceRole };
}

/** What lists tell of a stored workspace. */
export function workspaceRowOf({ words: _, ...row }: WorkspaceRecord): WorkspaceRow {
  return row;
}
