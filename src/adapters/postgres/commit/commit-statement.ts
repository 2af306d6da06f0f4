import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { Statement } from "../connection.ts";
import { storedCommand } from "../load/load-command.ts";
import { scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";
import { advancedGuard } from "./advance-guard.ts";
import { appendEvents } from "./append-events.ts";
import { commitParts } from "./commit-parts.ts";
import { recordCommand } from "./record-command.ts";
import { writeAssignments } from "./write-assignment.ts";
import { groupWrites } from "./write-groups.ts";
import { writeMembers } from "./write-member.ts";
import { writeOrganization } from "./write-organization.ts";
import { writeWorkspaces } from "./write-workspace.ts";

/**
 * The whole commit as one statement. The guard decides, and only if it moved are rows written.
 *
 * Its row tells `advanced`, how often the guard moved (0 or 1), and `command`, the record that was stored before. Its
 * text depends on which kinds of rows the batch writes, never on how many.
 */
export function commitStatement(tables: Tables, batch: CommitBatch): Statement {
  const scope = scopeOf(tables, batch.organizationId);
  const parts = commitParts(scope);
  const stored = `stored AS MATERIALIZED (SELECT ${storedCommand(scope, batch.command.key)} AS command)`;
  const groups = groupWrites(batch.writes);
  writeOrganization(parts, groups.organization);
  writeMembers(parts, groups.organization_member);
  writeWorkspaces(parts, groups.workspace);
  writeAssignments(parts, groups);
  appendEvents(parts, batch.events);
  recordCommand(parts, batch.command);

  const conditions = [`(SELECT s.command FROM stored AS s) IS NULL`, ...parts.conditions];
  const sound = `sound AS MATERIALIZED (SELECT 1 AS yes WHERE ${conditions.join("\n    AND ")})`;
  const advanced = `advanced AS (${advancedGuard(scope, batch.guard)})`;
  const columns = [
    `(SELECT count(*) FROM advanced)::text AS advanced`,
    `(SELECT s.command FROM stored AS s) AS command`,
    ...(parts.counts.length === 0 ? [] : [`${failureUnless(parts.counts)} AS whole`]),
  ];
  return statementOf(scope, [stored, ...parts.reads, sound, advanced, ...parts.writes], columns);
}

/** Divides by zero, which fails the statement, where the guard moved and a row that was there is not there any more. */
function failureUnless(counts: readonly string[]): string {
  return `(1 / CASE WHEN NOT EXISTS (SELECT 1 FROM advanced) OR (${counts.join("\n    AND ")}) THEN 1 ELSE 0 END)::text`;
}
