import type { WorkspaceRecord } from "../../../application/ports/records.ts";
import { searchText } from "../../sql/search-text.ts";
import { fewRows } from "../few-rows.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group } from "./write-groups.ts";

const fields = `workspace_id, name, description, status, role_counts, created_at, name_key, search_text`;

/** Stores and replaces workspaces. */
export function writeWorkspaces(parts: CommitParts, { inserted, replaced }: Group<"workspace">): void {
  if (inserted.length > 0) insert(parts, inserted);
  if (replaced.length > 0) replace(parts, replaced);
}

function insert(parts: CommitParts, records: readonly WorkspaceRecord[]): void {
  const { tables, organization } = parts;
  parts.reads.push(`new_workspace AS MATERIALIZED (SELECT * FROM ${rows(parts, records)})`);
  parts.conditions.push(`NOT EXISTS (SELECT 1 FROM new_workspace AS k CROSS JOIN LATERAL (${stored(parts)}) AS w)`);
  parts.writes.push(`workspace_inserted AS (
    INSERT INTO ${tables.workspace} (organization_id, ${fields})
    SELECT ${organization}, k.* FROM advanced CROSS JOIN new_workspace AS k)`);
}

function replace(parts: CommitParts, records: readonly WorkspaceRecord[]): void {
  const { tables, organization } = parts;
  parts.reads.push(
    `changed_workspace AS MATERIALIZED (${fewRows(`SELECT ${organization} AS organization_id, k.* FROM ${rows(parts, records)}`)})`,
  );
  const count = parts.bind.integer(records.length);
  parts.conditions.push(rowsOf(`changed_workspace AS k CROSS JOIN LATERAL (${stored(parts)}) AS w`, count));
  parts.writes.push(`workspace_replaced AS (
    UPDATE ${tables.workspace} AS w SET name = k.name, description = k.description, status = k.status,
      role_counts = k.role_counts, created_at = k.created_at, name_key = k.name_key, search_text = k.search_text
    FROM advanced CROSS JOIN changed_workspace AS k
    WHERE w.organization_id = k.organization_id AND w.workspace_id = k.workspace_id RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("workspace_replaced", count));
}

/** The limit keeps the planner from reading the organization as a whole to join it. */
function stored({ tables, organization }: CommitParts): string {
  return `SELECT 1 AS yes FROM ${tables.workspace} AS w
      WHERE w.organization_id = ${organization} AND w.workspace_id = k.workspace_id LIMIT 1`;
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
  return `unnest(${arrays.join(", ")}) AS k (${fields})`;
}
