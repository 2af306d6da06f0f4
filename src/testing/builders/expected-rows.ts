import type { PersonRow, WorkspaceRow } from "../../application/ports/queries.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";

/** A stored member as facts return it. */
export function memberOf({ nameKey: _, words: __, ...member }: OrganizationMemberRecord): OrganizationMember {
  return member;
}

/** A stored workspace as facts return it. */
export function workspaceOf({ nameKey: _, words: __, ...workspace }: WorkspaceRecord): Workspace {
  return workspace;
}

/** A stored member as lists return it. */
export function personRowOf(record: OrganizationMemberRecord, workspaceRole: string | null = null): PersonRow {
  const { userId, displayName, email, nameKey, role } = record;
  return { userId, displayName, email, nameKey, organizationRole: role, workspaceRole };
}

/** A stored workspace as lists return it. */
export function workspaceRowOf({ words: _, ...row }: WorkspaceRecord): WorkspaceRow {
  return row;
}
