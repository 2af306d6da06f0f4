import type { ListQuery } from "../../../application/ports/queries.ts";
import type { OrganizationRole } from "../../../domain/organization/organization-role.ts";
import type { WorkspaceId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";
import { between, keysetBindings, startBindings } from "./keyset.ts";
import { searchPage, wordMatches, wordRange } from "./search.ts";
import { personColumns, positionOf } from "./stored-person.ts";
import { hasWords, wordBindings } from "./word-conditions.ts";

interface PeopleFilter {
  readonly role: OrganizationRole | null;
  /** The workspace whose role is returned for each person; null for none. */
  readonly workspaceId: WorkspaceId | null;
}

const byName = `roster_organization_member AS m INDEXED BY roster_organization_member_by_name`;
const byRole = `roster_organization_member AS m INDEXED BY roster_organization_member_by_role`;
const select = `SELECT ${personColumns}, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role`;
const start = `(m.name_key, m.user_id) > (?, ?)`;
const order = `ORDER BY m.name_key, m.user_id`;

const positionAfter = `SELECT m.name_key, m.user_id FROM ${byName}
  WHERE m.organization_id = ? AND ${start} ${order} LIMIT 1 OFFSET ?`;
const page = `${between("m.name_key", "m.user_id")} AND ${hasWords("m")} ${order} LIMIT ?`;
const walk = `${select} FROM ${byName} WHERE m.organization_id = ? AND ${page}`;
const walkRole = `${select} FROM ${byRole} WHERE m.organization_id = ? AND m.role = ? AND ${page}`;
const sameMember = `m.organization_id = ? AND m.user_id = found.user_id`;
const fromOnlyWord = `${select} FROM (
    SELECT DISTINCT found.name_key, found.user_id FROM ${wordMatches}
    AND (found.name_key, found.user_id) > (?, ?) ORDER BY found.name_key, found.user_id LIMIT ?
  ) AS found CROSS JOIN roster_organization_member AS m WHERE ${sameMember} ${order}`;
const fromWord = `${select} FROM (SELECT DISTINCT found.user_id FROM ${wordMatches}) AS found
  CROSS JOIN roster_organization_member AS m
  WHERE ${sameMember} AND m.role = coalesce(?, m.role) AND ${start} AND ${hasWords("m")} ${order} LIMIT ?`;

/** One page of the organization's members, each with their role in the workspace of the filter. */
export function organizationPeople(connection: Connection, query: ListQuery, filter: PeopleFilter): readonly unknown[] {
  const { organizationId } = query;
  const { role, workspaceId } = filter;
  const words = wordBindings(query.words);
  return searchPage(query, {
    positionAfter: (after, rows) =>
      positionOf(connection.statement(positionAfter).get(organizationId, ...startBindings(after), rows - 1)),
    walk: (after, upTo, limit) => {
      const bounds = [...keysetBindings(after, upTo), ...words, limit];
      return role === null
        ? connection.statement(walk).all(workspaceId, organizationId, ...bounds)
        : connection.statement(walkRole).all(workspaceId, organizationId, role, ...bounds);
    },
    fromWord: (word, after, limit) => {
      const range = [workspaceId, organizationId, ...wordRange(word)];
      const from = startBindings(after);
      return query.words.length === 1 && role === null
        ? connection.statement(fromOnlyWord).all(...range, ...from, limit, organizationId)
        : connection.statement(fromWord).all(...range, organizationId, role, ...from, ...words, limit);
    },
  });
}
