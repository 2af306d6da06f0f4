import type { Need } from "../../../application/ports/need.ts";
import type { WorkspaceId } from "../../../domain/values/ids.ts";
import type { Workspace } from "../../../domain/workspace/workspace.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../json-column.ts";
import type { Scope } from "../scope.ts";
import { type StoredWorkspace, workspaceFields, workspaceOf } from "../stored-workspace.ts";

const fields = `json_agg(json_build_array(${workspaceFields}))::text`;

/** The columns with the workspaces of these ids, the active ones of these name keys, and the active namesakes of others. */
export function workspaceColumns(
  { tables, bind, organization }: Scope,
  { workspaces, workspaceNames, workspacesNamedLike: workspacesNamedLike, allAssignmentsOf: assignmentsOf }: Need,
): readonly string[] {
  const columns: string[] = [];
  const ofOrganization = `SELECT w.* FROM ${tables.workspace} AS w WHERE w.organization_id = ${organization}`;
  const byId = `CROSS JOIN LATERAL (${ofOrganization} AND w.workspace_id = k.workspace_id LIMIT 1) AS w`;
  // Offset 0 keeps the planner from reading the organization as a whole to join it.
  const byName = `CROSS JOIN LATERAL (${ofOrganization} AND w.name_key = k.name_key AND w.status = 'active' OFFSET 0) AS w`;
  if (workspaces.length > 0) {
    const keys = `unnest(${bind.texts(sortedKeys(workspaces))}) AS k (workspace_id)`;
    columns.push(`(SELECT ${fields} FROM ${keys} ${byId}) AS workspaces`);
  }
  if (workspaceNames.length > 0) {
    const keys = `unnest(${bind.texts(sortedKeys(workspaceNames))}) AS k (name_key)`;
    columns.push(`(SELECT ${fields} FROM ${keys} ${byName}) AS named`);
  }
  if (workspacesNamedLike.length > 0) {
    const ids = `unnest(${bind.texts(sortedKeys(workspacesNamedLike))}) AS k (workspace_id)`;
    const keys = `(SELECT w.name_key FROM ${ids} ${byId}) AS k`;
    columns.push(`(SELECT ${fields} FROM ${keys} ${byName}) AS namesakes`);
  }
  if (assignmentsOf.length > 0) {
    const keys = `(SELECT DISTINCT g.workspace_id FROM given_assignment AS g) AS k`;
    columns.push(`(SELECT ${fields} FROM ${keys} ${byId}) AS given_workspaces`);
  }
  return columns;
}

/** The workspaces in these columns, each once. */
export function workspacesIn(row: Row): readonly Workspace[] {
  const columns = [row["workspaces"], row["named"], row["namesakes"], row["given_workspaces"]];
  const stored = columns.flatMap(jsonRows) as readonly StoredWorkspace[];
  return [...new Map<WorkspaceId, Workspace>(stored.map((each) => [each[0], workspaceOf(each)])).values()];
}
