import type { WorkspaceRecord } from "../../../application/ports/records.ts";
import { searchText } from "../../sql/search-text.ts";
import { fewRows } from "../plan-hints.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group } from "./write-groups.ts";

const fields = `workspace_id, name, description, status, role_counts, created_at, name_key, search_text`;

/** Inserts and replaces workspaces. */
export function writeWorkspaces(parts: CommitParts, { inserted, replaced }: Group<"workspace">): void {
  if (inserted.length > 0) insert(parts, inserted);
  if (replaced.length > 0) replace(parts, replaced);
}

function insert(parts: CommitParts, records: readonly WorkspaceRecord[]): void {
  const { tables, organization } = parts;
  parts.reads.push(`workspaces_to_insert AS MATERIALIZED (SELECT * FROM ${rows(parts, records)})`);
  parts.conditions.push(
    `NOT EXISTS (SELECT 1 FROM workspaces_to_insert AS batch CROSS JOIN LATERAL (${stored(parts)}) AS workspace)`,
  );
  parts.writes.push(`inserted_workspaces AS (
    INSERT INTO ${tables.workspace} (organization_id, ${fields})
    SELECT ${organization}, batch.* FROM guard_moved CROSS JOIN workspaces_to_insert AS batch)`);
}

function replace(parts: CommitParts, records: readonly WorkspaceRecord[]): void {
  const { tables, organization } = parts;
  const given = `SELECT ${organization} AS organization_id, batch.* FROM ${rows(parts, records)}`;
  parts.reads.push(`workspaces_to_replace AS MATERIALIZED (${fewRows(given)})`);
  const count = parts.bind.integer(records.length);
  parts.conditions.push(
    rowsOf(`workspaces_to_replace AS batch CROSS JOIN LATERAL (${stored(parts)}) AS workspace`, count),
  );
  parts.writes.push(`replaced_workspaces AS (
    UPDATE ${tables.workspace} AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("replaced_workspaces", count));
}

/** The limit keeps the planner from reading the whole organization to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT 1 AS yes FROM ${tables.workspace} AS workspace
      WHERE workspace.organization_id = ${organization} AND workspace.workspace_id = batch.workspace_id LIMIT 1`;
}

function rows({ bind }: CommitParts, records: readonly WorkspaceRecord[]): string {
  const arrays = [
    bind.texts(records.map(({ workspaceId }) => workspaceId)),
    bind.texts(records.map(({ name }) => name)),
    bind.texts(records.map(({ description }) => description)),
    bind.texts(records.map(({ status }) => status)),
    bind.texts(records.map(({ roleCounts }) => JSON.stringify(roleCounts))),
    bind.texts(records.map(({ createdAt }) => createdAt)),
    bind.texts(records.map(({ nameKey }) => nameKey)),
    bind.texts(records.map(({ words }) => searchText(words))),
  ];
  return `unnest(${arrays.join(", ")}) AS batch (${fields})`;
}
