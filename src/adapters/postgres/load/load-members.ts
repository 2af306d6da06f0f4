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

/** The first organization admin by user id who is not excluded, as a common table expression; none if nobody asked. */
export function firstAdminCtes({ tables, bind, organization }: Scope, { firstAdminExcept }: Need): readonly string[] {
  if (firstAdminExcept === null) return [];
  // OFFSET 0 keeps the planner from walking all members by id until it meets an admin.
  const admins = `SELECT member.* FROM ${tables.organizationMember} AS member
      WHERE member.organization_id = ${organization} AND member.role = 'admin' OFFSET 0`;
  return [
    `first_admin AS MATERIALIZED (SELECT member.user_id, member.role, member.display_name, member.email
    FROM (${admins}) AS member WHERE member.user_id <> ALL (SELECT unnest(${bind.texts(sortedKeys(firstAdminExcept))}))
    ORDER BY member.user_id LIMIT 1)`,
  ];
}

/** The columns with the members that are needed by id, and with any members up to a number. */
export function memberColumns(
  { tables, bind, organization }: Scope,
  { members: userIds, anyMembers, firstAdminExcept }: Pick<Need, "members" | "anyMembers" | "firstAdminExcept">,
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
  if (firstAdminExcept !== null) columns.push(`(SELECT ${fields} FROM first_admin AS member) AS first_admin`);
  return columns;
}

/** The members in these columns, each once. */
export function membersIn(row: Row): readonly OrganizationMember[] {
  const columns = [row["members"], row["any_members"], row["first_admin"]].filter(
    (column) => typeof column === "string",
  );
  const stored = columns.flatMap(jsonRows) as readonly StoredMember[];
  const found = stored.map(([userId, role, displayName, email]) => ({ userId, role, displayName, email }));
  return columns.length > 1 ? [...new Map(found.map((member) => [member.userId, member])).values()] : found;
}
