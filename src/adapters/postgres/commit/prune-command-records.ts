import { createBindings } from "../bindings.ts";
import { fewRows } from "../few-rows.ts";
import { firstRows } from "../first-rows.ts";
import type { Connection } from "../connection.ts";

/**
 * Deletes the oldest command records that were stored before a time. Answers how many.
 *
 * Whoever forgets at the same time chooses the same ones, and finds them gone when it has waited for the other. It then
 * chooses again, so that fewer than the limit means that none is left.
 */
export async function pruneCommandRecords(connection: Connection, before: string, limit: number): Promise<number> {
  let deleted = 0;
  while (deleted < limit) {
    const round = await forgetOldest(connection, before, limit - deleted);
    deleted += round.deleted;
    if (round.chosen === round.deleted) break;
  }
  return deleted;
}

interface Round {
  readonly chosen: number;
  readonly deleted: number;
}

async function forgetOldest(connection: Connection, before: string, limit: number): Promise<Round> {
  const { tables } = connection;
  const bind = createBindings();
  const oldest = `SELECT c.organization_id, c.command_key FROM ${tables.command} AS c
    WHERE c.recorded_at < ${bind.text(before)} ORDER BY c.recorded_at`;
  const text = `WITH old AS MATERIALIZED (${fewRows(`SELECT * FROM (${firstRows(bind, oldest, limit)}) AS c`)}),
  deleted AS (
    DELETE FROM ${tables.command} AS c USING old
    WHERE c.organization_id = old.organization_id AND c.command_key = old.command_key RETURNING 1 AS yes)
SELECT (SELECT count(*) FROM old)::text AS chosen, (SELECT count(*) FROM deleted)::text AS deleted`;
  const [row] = await connection.query({ text, values: bind.values });
  return { chosen: Number(row?.["chosen"] ?? 0), deleted: Number(row?.["deleted"] ?? 0) };
}
