import type { Organization } from "../../../domain/organization/organization.ts";
import { type CommitParts, rowsOf } from "./commit-parts.ts";
import type { Group } from "./write-groups.ts";

/** Inserts or replaces the organization. */
export function writeOrganization(parts: CommitParts, { inserted, replaced }: Group<"organization">): void {
  for (const record of inserted) insert(parts, record);
  for (const record of replaced) replace(parts, record);
}

function insert(parts: CommitParts, record: Organization): void {
  const { tables, organization } = parts;
  parts.conditions.push(`NOT EXISTS (${stored(parts)})`);
  parts.writes.push(`inserted_organization AS (
    INSERT INTO ${tables.organization}
      (organization_id, name, member_count, admin_count, active_workspace_count, created_at)
    SELECT ${[organization, ...fieldsOf(parts, record)].join(", ")} FROM guard_moved)`);
}

function replace(parts: CommitParts, record: Organization): void {
  const { tables, organization } = parts;
  const [name, memberCount, adminCount, activeWorkspaceCount, createdAt] = fieldsOf(parts, record);
  parts.conditions.push(`EXISTS (${stored(parts)})`);
  parts.writes.push(`replaced_organization AS (
    UPDATE ${tables.organization} AS organization SET name = ${name}, member_count = ${memberCount}, admin_count = ${adminCount},
      active_workspace_count = ${activeWorkspaceCount}, created_at = ${createdAt}
    FROM guard_moved WHERE organization.organization_id = ${organization} RETURNING 1 AS yes)`);
  parts.counts.push(rowsOf("replaced_organization", "1"));
}

function stored({ tables, organization }: CommitParts): string {
  return `SELECT 1 FROM ${tables.organization} AS organization WHERE organization.organization_id = ${organization}`;
}

function fieldsOf({ bind }: CommitParts, record: Organization) {
  return [
    bind.text(record.name),
    bind.integer(record.memberCount),
    bind.integer(record.adminCount),
    bind.integer(record.activeWorkspaceCount),
    bind.text(record.createdAt),
  ] as const;
}
