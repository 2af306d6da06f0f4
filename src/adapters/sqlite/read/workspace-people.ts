import type { WorkspaceMembersQuery } from "../../../application/ports/queries.ts";
import type { Connection } from "../connection.ts";
import { between, keysetBindings, startBindings } from "./keyset.ts";
import { searchPage, wordMatches, wordRange } from "./search.ts";
import { personColumns, positionOf } from "./stored-person.ts";
import { hasWords, wordBindings } from "./word-conditions.ts";

const byName = `roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name`;
const select = `SELECT ${personColumns}, a.role AS workspace_role`;
const ofRole = `a.role = coalesce(?, a.role)`;
const joined = `m.organization_id = a.organization_id AND m.user_id = a.user_id`;
const start = `(a.name_key, a.user_id) > (?, ?)`;
const order = `ORDER BY a.name_key, a.user_id`;

// CROSS JOIN makes SQLite read the tables in the order in which they are written.
const positionAfter = `SELECT a.name_key, a.user_id FROM ${byName}
  WHERE a.organization_id = ? AND a.workspace_id = ? AND ${start} ${order} LIMIT 1 OFFSET ?`;
const walk = `${select} FROM ${byName} CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.workspace_id = ? AND ${ofRole} AND ${joined}
  AND ${between("a.name_key", "a.user_id")} AND ${hasWords("m")} ${order} LIMIT ?`;
const fromWord = `${select} FROM (SELECT DISTINCT found.user_id FROM ${wordMatches}) AS found
  CROSS JOIN roster_role_assignment AS a CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.user_id = found.user_id AND a.workspace_id = ? AND ${ofRole} AND ${joined}
  AND ${start} AND ${hasWords("m")} ${order} LIMIT ?`;

/** One page of a workspace's members. */
export function workspacePeople(connection: Connection, query: WorkspaceMembersQuery): readonly unknown[] {
  const { organizationId, workspaceId, role } = query;
  const words = wordBindings(query.words);
  return searchPage(query, {
    positionAfter: (after, rows) =>
      positionOf(
        connection.statement(positionAfter).get(organizationId, workspaceId, ...startBindings(after), rows - 1),
      ),
    walk: (after, upTo, limit) =>
      connection
        .statement(walk)
        .all(organizationId, workspaceId, role, ...keysetBindings(after, upTo), ...words, limit),
    fromWord: (word, after, limit) => {
      const found = [organizationId, ...wordRange(word)];
      const rest = [organizationId, workspaceId, role, ...startBindings(after), ...words, limit];
      return connection.statement(fromWord).all(...found, ...rest);
    },
  });
}
