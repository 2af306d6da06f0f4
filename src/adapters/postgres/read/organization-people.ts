import type { CandidatesQuery, ListQuery, OrganizationMembersQuery } from "../../../application/ports/queries.ts";
import type { Scope } from "../scope.ts";
import type { ListParts } from "./list-page.ts";
import { pageParts, peopleFrom } from "./list.ts";
import { memberColumns, personFields } from "./stored-person.ts";

/** One page of the organization's members. */
export function organizationMembers(scope: Scope, query: OrganizationMembersQuery): ListParts {
  return { ctes: people(scope, query, query.role), fields: personFields("NULL") };
}

/** One page of the organization's members, each with their role in one workspace. */
export function candidates(scope: Scope, query: CandidatesQuery): ListParts {
  const { tables, bind, organization } = scope;
  const role = `(SELECT assignment.role FROM ${tables.roleAssignment} AS assignment
    WHERE assignment.organization_id = ${organization}
      AND assignment.user_id = item.id AND assignment.workspace_id = ${bind.text(query.workspaceId)})`;
  return { ctes: people(scope, query, null), fields: personFields(role) };
}

function people(scope: Scope, query: ListQuery, role: string | null): readonly string[] {
  const { tables, bind, organization } = scope;
  const wanted = role === null ? null : bind.text(role);
  const ofRole = wanted === null ? "" : ` AND member.role = ${wanted}`;
  const columns = `member.user_id AS id, member.name_key, ${memberColumns}`;
  return pageParts(scope, query, {
    inOrder(start) {
      // Comparing the role too makes the planner use the index by role, even if few have the role.
      const isAfter =
        wanted === null
          ? `(member.name_key, member.user_id) > (${start})`
          : `(member.role, member.name_key, member.user_id) > (${wanted}, ${start})`;
      return `SELECT ${columns} FROM ${tables.organizationMember} AS member
    WHERE member.organization_id = ${organization}${ofRole} AND ${isAfter} ORDER BY member.name_key, member.user_id`;
    },
    fromWord: (
      range,
      start,
    ) => `SELECT found.user_id AS id, found.name_key, member.* FROM (${peopleFrom(scope, range, start)}
      ) AS found CROSS JOIN LATERAL (SELECT ${memberColumns} FROM ${tables.organizationMember} AS member
      WHERE member.organization_id = ${organization} AND member.user_id = found.user_id${ofRole} LIMIT 1) AS member`,
    filter: null,
  });
}
