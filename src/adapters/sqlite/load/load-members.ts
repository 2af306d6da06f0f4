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

/** The members that are needed by id, and any members up to a number, each once. */
export function loadMembers(
  connection: Connection,
  organizationId: OrganizationId,
  { members: userIds, anyMembers }: Pick<Need, "members" | "anyMembers">,
): readonly OrganizationMember[] {
  const members: OrganizationMember[] = [];
  const present = new Set<UserId>();
  if (anyMembers !== null) {
    for (const row of connection.statement(membersUpTo).all(organizationId, anyMembers) as StoredMemberWithId[]) {
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
