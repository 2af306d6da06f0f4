import type { CommandRecord } from "../../../application/ports/records.ts";
import type { IdempotencyKey, OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";
import { jsonRow } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";

type StoredCommand = readonly [fingerprint: string, outcome: string | null, recordedAt: string];

/** A subquery for the record of the command with this key, as one JSON value; null if there is none. */
export function storedCommand({ tables, bind, organization }: Scope, key: IdempotencyKey): string {
  return `(SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM ${tables.command} AS command
    WHERE command.organization_id = ${organization} AND command.command_key = ${bind.text(key)})`;
}

/** The command record in a column made by `storedCommand`. */
export function commandOf(key: IdempotencyKey, column: string | null | undefined): CommandRecord | null {
  const stored = jsonRow(column) as StoredCommand | null;
  if (stored === null) return null;
  const [fingerprint, outcome, at] = stored;
  return { key, fingerprint, outcome, at };
}

/** Looks up a command record in a statement of its own, which sees everything committed so far. */
export async function loadCommand(
  connection: Connection,
  organizationId: OrganizationId,
  key: IdempotencyKey,
): Promise<CommandRecord | null> {
  const scope = scopeOf(connection.tables, organizationId);
  const [row] = await connection.query(statementOf(scope, [], [`${storedCommand(scope, key)} AS command`]));
  return commandOf(key, row?.["command"]);
}
