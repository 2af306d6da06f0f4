import type { Need } from "../../../application/ports/need.ts";
import type { OrganizationMember } from "../../../domain/organization/organization-member.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { UserId } from "../../../domain/values/ids.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../reading.ts";
import type { Scope } from "../scope.ts";

type StoredMember = readonly [userId: UserId, role: OrganizationRole, displayName: string, email: string | null];

const fields = `json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text`;

/** The columns with the members that are needed by id, and with any members up to a number. */
export function memberColumns(
  { tables, bind, organization }: Scope,
  { members: userIds, anyMembers }: Pick<Need, "members" | "anyMembers">,
): readonly string[] {
  const columns: string[] = [];
  const ofOrganization = `FROM ${tables.organizationMember} AS member
      WHERE member.organization_id = ${organization}`;
  if (userIds.length > 0) {
    // The limit keeps the planner from reading the whole organization to join it.
    columns.push(`(SELECT ${fields} FROM unnest(${bind.texts(sortedKeys(userIds))}) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* ${ofOrganization} AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members`);
  }
  if (anyMembers !== null) {
    const limit = bind.integer(anyMembers);
    columns.push(`(SELECT ${fields} FROM (SELECT member.* ${ofOrganization} LIMIT ${limit}) AS member) AS any_members`);
  }
  return columns;
}

/** The members in these columns, each once. */
export function membersIn({ members, any_members: anyMembers }: Row): readonly OrganizationMember[] {
  const stored = [...jsonRows(members), ...jsonRows(anyMembers)] as readonly StoredMember[];
  const found = stored.map(([userId, role, displayName, email]) => ({ userId, role, displayName, email }));
  return typeof members === "string" && typeof anyMembers === "string"
    ? [...new Map(found.map((member) => [member.userId, member])).values()]
    : found;
}
