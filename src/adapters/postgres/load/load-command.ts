import type { CommandRecord } from "../../../application/ports/records.ts";
import type { IdempotencyKey, OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";
import { jsonRow } from "../json-column.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";

type StoredCommand = readonly [fingerprint: string, outcome: string | null, recordedAt: string];

/** The record of the command with this key, as one value; null where there is none. */
export function storedCommand({ tables, bind, organization }: Scope, key: IdempotencyKey): string {
  return `(SELECT json_build_array(c.fingerprint, c.outcome, c.recorded_at)::text FROM ${tables.command} AS c
    WHERE c.organization_id = ${organization} AND c.command_key = ${bind.text(key)})`;
}

/** The command in a column of `storedCommand`. */
export function commandOf(key: IdempotencyKey, column: string | null | undefined): CommandRecord | null {
  const stored = jsonRow(column) as StoredCommand | null;
  if (stored === null) return null;
  const [fingerprint, outcome, at] = stored;
  return { key, fingerprint, outcome, at };
}

/** Looks a command up in a statement of its own, which sees what was committed until now. */
export async function loadCommand(
  connection: Connection,
  organizationId: OrganizationId,
  key: IdempotencyKey,
): Promise<CommandRecord | null> {
  const scope = scopeOf(connection.tables, organizationId);
  const [row] = await connection.query(statementOf(scope, [], [`${storedCommand(scope, key)} AS command`]));
  return commandOf(key, row?.["command"]);
}
