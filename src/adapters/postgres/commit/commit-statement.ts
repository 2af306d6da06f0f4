import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { CommandRecord } from "../../../application/ports/records.ts";
import type { Statement } from "../connection.ts";
import { storedCommand } from "../load/load-command.ts";
import { scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";
import { guardMoved } from "./advance-guard.ts";
import { appendEvents } from "./append-events.ts";
import { type CommitParts, commitParts } from "./commit-parts.ts";
import { writeAssignments } from "./write-assignment.ts";
import { groupWrites } from "./write-groups.ts";
import { writeMembers } from "./write-member.ts";
import { writeOrganization } from "./write-organization.ts";
import { writeWorkspaces } from "./write-workspace.ts";

/**
 * The whole commit as one statement. The guard decides, and rows are written only if it moved.
 *
 * The statement returns one row: `guard_moved`, how often the guard moved (0 or 1), and `command`, the record of the
 * command if it was executed before. The text depends on the kinds of writes in the batch, never on their number.
 */
export function commitStatement(tables: Tables, batch: CommitBatch): Statement {
  const scope = scopeOf(tables, batch.organizationId);
  const parts = commitParts(scope);
  const stored = `stored_command AS MATERIALIZED (SELECT ${storedCommand(scope, batch.command.key)} AS command)`;
  const groups = groupWrites(batch.writes);
  writeOrganization(parts, groups.organization);
  writeMembers(parts, groups.organization_member);
  writeWorkspaces(parts, groups.workspace);
  writeAssignments(parts, groups);
  appendEvents(parts, batch.events);
  recordCommand(parts, batch.command);

  const conditions = [`(SELECT stored_command.command FROM stored_command) IS NULL`, ...parts.conditions];
  const preconditions = `preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE ${conditions.join("\n    AND ")})`;
  const guard = `guard_moved AS (${guardMoved(scope, batch.guard)})`;
  const columns = [
    `(SELECT count(*) FROM guard_moved)::text AS guard_moved`,
    `(SELECT stored_command.command FROM stored_command) AS command`,
    ...(parts.counts.length === 0 ? [] : [`${failureUnless(parts.counts)} AS all_rows_written`]),
  ];
  return statementOf(scope, [stored, ...parts.reads, preconditions, guard, ...parts.writes], columns);
}

function recordCommand({ tables, bind, organization, writes }: CommitParts, command: CommandRecord): void {
  const { key, fingerprint, outcome, at } = command;
  const values = [organization, ...[key, fingerprint, outcome, at].map((value) => bind.text(value))];
  writes.push(`inserted_command AS (
    INSERT INTO ${tables.command} (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT ${values.join(", ")} FROM guard_moved)`);
}

/** Fails the statement by a division by zero if the guard moved but a row that was read could not be written any more. */
function failureUnless(counts: readonly string[]): string {
  return `(1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR (${counts.join("\n    AND ")}) THEN 1 ELSE 0 END)::text`;
}
