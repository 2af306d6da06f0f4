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
  const role = `(SELECT a.role FROM ${tables.roleAssignment} AS a WHERE a.organization_id = ${organization}
    AND a.user_id = r.id AND a.workspace_id = ${bind.text(query.workspaceId)})`;
  return { ctes: people(scope, query, null), fields: personFields(role) };
}

function people(scope: Scope, query: ListQuery, role: string | null): readonly string[] {
  const { tables, bind, organization } = scope;
  const wanted = role === null ? null : bind.text(role);
  const ofRole = wanted === null ? "" : ` AND m.role = ${wanted}`;
  const columns = `m.user_id AS id, m.name_key, ${memberColumns}`;
  return pageParts(scope, query, {
    inOrder(start) {
      // With the role among what is compared, the index by name is no way to find the few who have it.
      const behind =
        wanted === null
          ? `(m.name_key, m.user_id) > (${start})`
          : `(m.role, m.name_key, m.user_id) > (${wanted}, ${start})`;
      return `SELECT ${columns} FROM ${tables.organizationMember} AS m
    WHERE m.organization_id = ${organization}${ofRole} AND ${behind} ORDER BY m.name_key, m.user_id`;
    },
    fromWord: (range, start) => `SELECT f.user_id AS id, f.name_key, m.* FROM (${peopleFrom(scope, range, start)}
      ) AS f CROSS JOIN LATERAL (SELECT ${memberColumns} FROM ${tables.organizationMember} AS m
      WHERE m.organization_id = ${organization} AND m.user_id = f.user_id${ofRole} LIMIT 1) AS m`,
    filter: null,
  });
}
