import type { PersonRow } from "../../../application/ports/queries.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { UserId } from "../../../domain/values/ids.ts";

/** A person in a list as `personFields` gives it. */
type StoredPerson = readonly [
  userId: UserId,
  displayName: string,
  email: string | null,
  nameKey: string,
  organizationRole: OrganizationRole,
  workspaceRole: string | null,
];

/** The columns of a member that a list needs; the table's alias is `m`. */
export const memberColumns = `m.display_name, m.email, m.role AS organization_role, m.search_text`;

/** The fields of a row of a page, with a role in a workspace or null for none. */
export function personFields(workspaceRole: string): string {
  return `r.id, r.display_name, r.email, r.name_key, r.organization_role, ${workspaceRole}`;
}

export function personOf(stored: unknown): PersonRow {
  const [userId, displayName, email, nameKey, organizationRole, workspaceRole] = stored as StoredPerson;
  return { userId, displayName, email, nameKey, organizationRole, workspaceRole };
}
