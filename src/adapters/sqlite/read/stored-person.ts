import type { PersonRow, Position } from "../../../application/ports/queries.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { UserId } from "../../../domain/values/ids.ts";

/** A row of a list of people as the driver returns it. */
interface StoredPerson {
  readonly user_id: UserId;
  readonly display_name: string;
  readonly email: string | null;
  readonly name_key: string;
  readonly role: OrganizationRole;
  readonly workspace_role: string | null;
}

/** The columns of a person. The alias of the table must be `m`. The query adds `workspace_role`. */
export const personColumns = `m.user_id, m.display_name, m.email, m.name_key, m.role`;

export function personOf(row: unknown): PersonRow {
  const stored = row as StoredPerson;
  return {
    userId: stored.user_id,
    displayName: stored.display_name,
    email: stored.email,
    nameKey: stored.name_key,
    organizationRole: stored.role,
    workspaceRole: stored.workspace_role,
  };
}

/** The position of a person in a list; null if there is no row. */
export function positionOf(row: unknown): Position | null {
  const stored = row as Pick<StoredPerson, "name_key" | "user_id"> | null | undefined;
  return stored ? { nameKey: stored.name_key, id: stored.user_id } : null;
}
