import type { Connection } from "../connection.ts";

const forget = `DELETE FROM roster_command WHERE (organization_id, command_key) IN (
  SELECT organization_id, command_key FROM roster_command INDEXED BY roster_command_by_time
  WHERE recorded_at < ? ORDER BY recorded_at LIMIT ?)`;

/** Deletes the oldest command records that were stored before a time. Answers how many. */
export function pruneCommandRecords(connection: Connection, before: string, limit: number): number {
  return Number(connection.statement(forget).run(before, limit).changes);
}
