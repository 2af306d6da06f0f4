import type { Need } from "../../../application/ports/need.ts";
import type { WorkspaceId } from "../../../domain/values/ids.ts";
import type { Workspace } from "../../../domain/workspace/workspace.ts";
import { sortedKeys } from "../../sql/sorted-keys.ts";
import type { Row } from "../connection.ts";
import { jsonRows } from "../reading.ts";
import type { Scope } from "../scope.ts";
import { type StoredWorkspace, workspaceFields, workspaceOf } from "../stored-workspace.ts";

const fields = `json_agg(json_build_array(${workspaceFields}))::text`;

/** The columns with the workspaces that are needed: by id, by name key, named like others, and those of assignments. */
export function workspaceColumns(
  { tables, bind, organization }: Scope,
  { workspaces, workspaceNames, workspacesNamedLike, allAssignmentsOf }: Need,
): readonly string[] {
  const columns: string[] = [];
  const ofOrganization = `SELECT workspace.* FROM ${tables.workspace} AS workspace
      WHERE workspace.organization_id = ${organization}`;
  const byId = `CROSS JOIN LATERAL (${ofOrganization} AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace`;
  // OFFSET 0 keeps the planner from reading the whole organization to join it.
  const byName = `CROSS JOIN LATERAL (${ofOrganization}
        AND workspace.name_key = wanted.name_key AND workspace.status = 'active' OFFSET 0) AS workspace`;
  if (workspaces.length > 0) {
    const ids = `unnest(${bind.texts(sortedKeys(workspaces))}) AS wanted (workspace_id)`;
    columns.push(`(SELECT ${fields} FROM ${ids} ${byId}) AS workspaces`);
  }
  if (workspaceNames.length > 0) {
    const names = `unnest(${bind.texts(sortedKeys(workspaceNames))}) AS wanted (name_key)`;
    columns.push(`(SELECT ${fields} FROM ${names} ${byName}) AS workspaces_by_name`);
  }
  if (workspacesNamedLike.length > 0) {
    const ids = `unnest(${bind.texts(sortedKeys(workspacesNamedLike))}) AS wanted (workspace_id)`;
    const names = `(SELECT workspace.name_key FROM ${ids} ${byId}) AS wanted`;
    columns.push(`(SELECT ${fields} FROM ${names} ${byName}) AS workspaces_named_like`);
  }
  if (allAssignmentsOf.length > 0) {
    const ids = `(SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS wanted`;
    columns.push(`(SELECT ${fields} FROM ${ids} ${byId}) AS workspaces_of_users`);
  }
  return columns;
}

/** The workspaces in these columns, each once. */
export function workspacesIn(row: Row): readonly Workspace[] {
  const columns = [
    row["workspaces"],
    row["workspaces_by_name"],
    row["workspaces_named_like"],
    row["workspaces_of_users"],
  ];
  const stored = columns.flatMap(jsonRows) as readonly StoredWorkspace[];
  return [...new Map<WorkspaceId, Workspace>(stored.map((each) => [each[0], workspaceOf(each)])).values()];
}
