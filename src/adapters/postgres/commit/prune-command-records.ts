import { createBindings } from "../bindings.ts";
import type { Connection } from "../connection.ts";
import { fewRows, firstRows } from "../plan-hints.ts";

/**
 * Deletes the oldest command records that were stored before a time, at most `limit`. Returns how many were deleted.
 *
 * Two callers at the same time choose the same records: the second waits, then finds them gone, and chooses again. So a
 * result below the limit means that no such record is left.
 */
export async function pruneCommandRecords(connection: Connection, before: string, limit: number): Promise<number> {
  let deleted = 0;
  while (deleted < limit) {
    const round = await deleteOldest(connection, before, limit - deleted);
    deleted += round.deleted;
    if (round.chosen === round.deleted) break;
  }
  return deleted;
}

interface Round {
  readonly chosen: number;
  readonly deleted: number;
}

async function deleteOldest(connection: Connection, before: string, limit: number): Promise<Round> {
  const { tables } = connection;
  const bind = createBindings();
  const oldest = `SELECT command.organization_id, command.command_key FROM ${tables.command} AS command
    WHERE command.recorded_at < ${bind.text(before)} ORDER BY command.recorded_at`;
  const text = `WITH oldest AS MATERIALIZED (${fewRows(`SELECT * FROM (${firstRows(bind, oldest, limit)}) AS oldest`)}),
  deleted AS (
    DELETE FROM ${tables.command} AS command USING oldest
    WHERE command.organization_id = oldest.organization_id AND command.command_key = oldest.command_key RETURNING 1 AS yes)
SELECT (SELECT count(*) FROM oldest)::text AS chosen, (SELECT count(*) FROM deleted)::text AS deleted`;
  const [row] = await connection.query({ text, values: bind.values });
  return { chosen: Number(row?.["chosen"] ?? 0), deleted: Number(row?.["deleted"] ?? 0) };
}
