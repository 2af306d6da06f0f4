import { createBindings } from "../bindings.ts";
import { fewRows } from "../few-rows.ts";
import { firstRows } from "../first-rows.ts";
import type { Connection } from "../connection.ts";

/** Deletes the oldest command records that were stored before a time. Answers how many. */
export async function forgetCommands(connection: Connection, before: string, limit: number): Promise<number> {
  const { tables } = connection;
  const bind = createBindings();
  const oldest = `SELECT c.organization_id, c.command_key FROM ${tables.command} AS c
    WHERE c.recorded_at < ${bind.text(before)} ORDER BY c.recorded_at`;
  const text = `WITH old AS MATERIALIZED (${fewRows(`SELECT * FROM (${firstRows(bind, oldest, limit)}) AS c`)}),
  forgotten AS (
    DELETE FROM ${tables.command} AS c USING old
    WHERE c.organization_id = old.organization_id AND c.command_key = old.command_key RETURNING 1 AS yes)
SELECT count(*)::text AS forgotten FROM forgotten`;
  const [row] = await connection.query({ text, values: bind.values });
  return Number(row?.["forgotten"] ?? 0);
}
