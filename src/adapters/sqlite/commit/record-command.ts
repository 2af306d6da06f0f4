import type { CommandRecord } from "../../../application/ports/records.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

const insert = `INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?)`;

/** Stores that the command was executed. */
export function recordCommand(connection: Connection, organizationId: OrganizationId, command: CommandRecord): void {
  const { key, fingerprint, outcome, at } = command;
  connection.statement(insert).run(organizationId, key, fingerprint, outcome, at);
}
