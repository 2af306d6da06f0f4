import type { CandidatesQuery, ListQuery, OrganizationMembersQuery } from "../../../application/ports/queries.ts";
import type { Scope } from "../scope.ts";
import type { ListParts } from "./list-page.ts";
import { pageParts } from "./list.ts";
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
  const ofRole = role === null ? "" : ` AND m.role = ${bind.text(role)}`;
  const columns = `m.user_id AS id, m.name_key, ${memberColumns}`;
  const isOnlyWord = query.words.length === 1 && role === null;
  return pageParts(scope, query, {
    inOrder: (start) => `SELECT ${columns} FROM ${tables.organizationMember} AS m
    WHERE m.organization_id = ${organization}${ofRole} AND (m.name_key, m.user_id) > ${start}
    ORDER BY m.name_key, m.user_id`,
    fromWord(range, start) {
      const found = `SELECT DISTINCT f.name_key, f.user_id FROM ${tables.memberWord} AS f
      WHERE f.organization_id = ${organization} AND ${range} AND (f.name_key, f.user_id) > ${start}`;
      // All of them match, so only those of the page are looked up.
      const few = isOnlyWord ? ` ORDER BY f.name_key, f.user_id LIMIT ${bind.integer(query.limit)}` : "";
      return `SELECT m.* FROM (${found}${few}) AS f CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${tables.organizationMember} AS m
      WHERE m.organization_id = ${organization} AND m.user_id = f.user_id${ofRole} LIMIT 1) AS m`;
    },
    filter: null,
  });
}
