import type { CommandRecord } from "../../application/ports/records.ts";
import type { IdempotencyKey, OrganizationId } from "../../domain/values/ids.ts";
import type { Connection } from "./connection.ts";

interface StoredCommand {
  readonly fingerprint: string;
  readonly outcome: string | null;
  readonly recorded_at: string;
}

const select = `SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?`;
const insert = `INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?)`;
const deleteOldest = `DELETE FROM roster_command WHERE (organization_id, command_key) IN (
  SELECT organization_id, command_key FROM roster_command INDEXED BY roster_command_by_time
  WHERE recorded_at < ? ORDER BY recorded_at LIMIT ?)`;

/** The record of the command with this key, or null. */
export function loadCommand(
  connection: Connection,
  organizationId: OrganizationId,
  key: IdempotencyKey,
): CommandRecord | null {
  const row = connection.statement(select).get(organizationId, key) as StoredCommand | null | undefined;
  return row ? { key, fingerprint: row.fingerprint, outcome: row.outcome, at: row.recorded_at } : null;
}

/** Stores the record of a command that is being executed. */
export function recordCommand(connection: Connection, organizationId: OrganizationId, command: CommandRecord): void {
  const { key, fingerprint, outcome, at } = command;
  connection.statement(insert).run(organizationId, key, fingerprint, outcome, at);
}

/** Deletes the oldest command records that were stored before a time, at most `limit`. Returns how many were deleted. */
export function pruneCommandRecords(connection: Connection, before: string, limit: number): number {
  return Number(connection.statement(deleteOldest).run(before, limit).changes);
}
