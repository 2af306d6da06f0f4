import type { WorkspaceMembersQuery } from "../../../application/ports/queries.ts";
import type { Scope } from "../scope.ts";
import type { ListParts } from "./list-page.ts";
import { pageParts, peopleFrom } from "./list.ts";
import { memberColumns, personFields } from "./stored-person.ts";

/** One page of a workspace's members. */
export function workspaceMembers(scope: Scope, query: WorkspaceMembersQuery): ListParts {
  const { tables, bind, organization } = scope;
  const workspace = bind.text(query.workspaceId);
  const role = query.role === null ? null : bind.text(query.role);
  const isSearch = query.words.length > 0;
  const columns = `a.user_id AS id, a.name_key, a.role AS workspace_role`;
  const inWorkspace = `FROM ${tables.roleAssignment} AS a
    WHERE a.organization_id = ${organization} AND a.workspace_id = ${workspace}`;
  const member = `LATERAL (SELECT ${memberColumns} FROM ${tables.organizationMember} AS m
    WHERE m.organization_id = ${organization} AND m.user_id = a.id LIMIT 1) AS m`;
  // A list of one role reads on until it has its page; a search for one stops where it stops for all.
  const ofRole = isSearch || role === null ? "" : ` AND a.role = ${role}`;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT a.*, m.* FROM (
      SELECT ${columns} ${inWorkspace} AND a.role <> ''${ofRole} AND (a.name_key, a.user_id) > (${start})
      ORDER BY a.name_key, a.user_id) AS a CROSS JOIN ${member} ORDER BY a.name_key, a.id`,
    fromWord: (
      range,
      start,
    ) => `SELECT f.user_id AS id, f.name_key, a.workspace_role, m.* FROM (${peopleFrom(scope, range, start)}
      ) AS f CROSS JOIN LATERAL (SELECT a.user_id AS id, a.role AS workspace_role ${inWorkspace}
      AND a.user_id = f.user_id LIMIT 1) AS a CROSS JOIN ${member}`,
    filter: isSearch && role !== null ? `r.workspace_role = ${role}` : null,
  });
  return { ctes, fields: personFields("r.workspace_role") };
}
