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
  const columns = `assignment.user_id AS id, assignment.name_key, assignment.role AS workspace_role`;
  const inWorkspace = `FROM ${tables.roleAssignment} AS assignment
    WHERE assignment.organization_id = ${organization} AND assignment.workspace_id = ${workspace}`;
  const member = `LATERAL (SELECT ${memberColumns} FROM ${tables.organizationMember} AS member
    WHERE member.organization_id = ${organization} AND member.user_id = assignment.id LIMIT 1) AS member`;
  // A list of one role reads on until its page is full. A search by role walks as far as a search among all.
  const ofRole = isSearch || role === null ? "" : ` AND assignment.role = ${role}`;
  const ctes = pageParts(scope, query, {
    inOrder: (start) => `SELECT assignment.*, member.* FROM (
      SELECT ${columns} ${inWorkspace} AND assignment.role <> ''${ofRole}
        AND (assignment.name_key, assignment.user_id) > (${start})
      ORDER BY assignment.name_key, assignment.user_id) AS assignment CROSS JOIN ${member}
    ORDER BY assignment.name_key, assignment.id`,
    fromWord: (
      range,
      start,
    ) => `SELECT found.user_id AS id, found.name_key, assignment.workspace_role, member.* FROM (${peopleFrom(scope, range, start)}
      ) AS found CROSS JOIN LATERAL (SELECT assignment.user_id AS id, assignment.role AS workspace_role ${inWorkspace}
      AND assignment.user_id = found.user_id LIMIT 1) AS assignment CROSS JOIN ${member}`,
    filter: isSearch && role !== null ? `item.workspace_role = ${role}` : null,
  });
  return { ctes, fields: personFields("item.workspace_role") };
}
