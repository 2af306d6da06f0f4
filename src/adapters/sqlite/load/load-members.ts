import type { Need } from "../../../application/ports/need.ts";
import type { OrganizationMember } from "../../../domain/organization/organization-member.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { OrganizationId, UserId } from "../../../domain/values/ids.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Connection } from "../connection.ts";

interface StoredMember {
  readonly role: OrganizationRole;
  readonly display_name: string;
  readonly email: string | null;
}

interface StoredMemberWithId extends StoredMember {
  readonly user_id: UserId;
}

const oneMember = `SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?`;
const membersUpTo = `SELECT user_id, role, display_name, email FROM roster_organization_member WHERE organization_id = ? LIMIT ?`;

const adminsById = `SELECT user_id, role, display_name, email
  FROM roster_organization_member INDEXED BY roster_organization_member_by_role
  WHERE organization_id = ? AND role = 'admin' ORDER BY user_id LIMIT ?`;

/** The first organization admin by user id who is not excluded, or null. */
export function loadFirstAdmin(
  connection: Connection,
  organizationId: OrganizationId,
  { firstAdminExcept }: Pick<Need, "firstAdminExcept">,
): OrganizationMember | null {
  if (firstAdminExcept === null) return null;
  const excluded = new Set(firstAdminExcept);
  // Even if all of the excluded users come first, one more row is enough.
  const rows = connection.statement(adminsById).all(organizationId, excluded.size + 1) as StoredMemberWithId[];
  const first = rows.find(({ user_id: userId }) => !excluded.has(userId));
  return first === undefined ? null : memberOf(first.user_id, first);
}

/** The members that are needed by id, and any members up to a number, each once, after those that are loaded already. */
export function loadMembers(
  connection: Connection,
  organizationId: OrganizationId,
  { members: userIds, anyMembers }: Pick<Need, "members" | "anyMembers">,
  loaded: readonly OrganizationMember[],
): readonly OrganizationMember[] {
  const members = [...loaded];
  const present = new Set(loaded.map(({ userId }) => userId));
  if (anyMembers !== null) {
    for (const row of connection.statement(membersUpTo).all(organizationId, anyMembers) as StoredMemberWithId[]) {
      if (present.has(row.user_id)) continue;
      members.push(memberOf(row.user_id, row));
      present.add(row.user_id);
    }
  }
  const statement = connection.statement(oneMember);
  for (const userId of sortedKeys(userIds)) {
    if (present.has(userId)) continue;
    const row = statement.get(organizationId, userId) as StoredMember | null | undefined;
    if (row) members.push(memberOf(userId, row));
  }
  return members;
}

function memberOf(userId: UserId, row: StoredMember): OrganizationMember {
  return { userId, role: row.role, displayName: row.display_name, email: row.email };
}
