import type { PersonRow } from "../../../application/ports/queries.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { UserId } from "../../../domain/values/ids.ts";

/** A person in a list, as selected by `personFields`. */
type StoredPerson = readonly [
  userId: UserId,
  displayName: string,
  email: string | null,
  nameKey: string,
  organizationRole: OrganizationRole,
  workspaceRole: string | null,
];

/** The columns of a member that a list needs. The alias of the table must be `member`. */
export const memberColumns = `member.display_name, member.email, member.role AS organization_role, member.search_text`;

/** The fields of a row of a page, with an expression for the role in a workspace; `NULL` for none. */
export function personFields(workspaceRole: string): string {
  return `item.id, item.display_name, item.email, item.name_key, item.organization_role, ${workspaceRole}`;
}

export function personOf(stored: unknown): PersonRow {
  const [userId, displayName, email, nameKey, organizationRole, workspaceRole] = stored as StoredPerson;
  return { userId, displayName, email, nameKey, organizationRole, workspaceRole };
}
