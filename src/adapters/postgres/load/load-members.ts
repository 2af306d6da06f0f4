import type { Need } from "../../../application/ports/need.ts";
import type { OrganizationMember } from "../../../domain/organization/organization-member.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { UserId } from "../../../domain/values/ids.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../json-column.ts";
import type { Scope } from "../scope.ts";

type StoredMember = readonly [userId: UserId, role: OrganizationRole, displayName: string, email: string | null];

const fields = `json_agg(json_build_array(m.user_id, m.role, m.display_name, m.email))::text`;

/** The columns with the members that are asked for by id and as part of everyone. */
export function memberColumns(
  { tables, bind, organization }: Scope,
  { members: userIds, anyMembers: everyone }: Pick<Need, "members" | "anyMembers">,
): readonly string[] {
  const columns: string[] = [];
  const ofOrganization = `FROM ${tables.organizationMember} AS m WHERE m.organization_id = ${organization}`;
  if (userIds.length > 0) {
    // The limit keeps the planner from reading the organization as a whole to join it.
    columns.push(`(SELECT ${fields} FROM unnest(${bind.texts(sortedKeys(userIds))}) AS k (user_id)
    CROSS JOIN LATERAL (SELECT m.* ${ofOrganization} AND m.user_id = k.user_id LIMIT 1) AS m) AS members`);
  }
  if (everyone !== null) {
    columns.push(
      `(SELECT ${fields} FROM (SELECT m.* ${ofOrganization} LIMIT ${bind.integer(everyone)}) AS m) AS everyone`,
    );
  }
  return columns;
}

/** The members in these columns, each once. */
export function membersIn({ members, everyone }: Row): readonly OrganizationMember[] {
  const stored = [...jsonRows(members), ...jsonRows(everyone)] as readonly StoredMember[];
  const found = stored.map(([userId, role, displayName, email]) => ({ userId, role, displayName, email }));
  return typeof members === "string" && typeof everyone === "string"
    ? [...new Map(found.map((member) => [member.userId, member])).values()]
    : found;
}
