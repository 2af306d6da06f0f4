import type { CommandRecord } from "../../../application/ports/records.ts";
import type { CommitParts } from "./commit-parts.ts";

/** Stores that the command was executed. */
export function recordCommand({ tables, bind, organization, writes }: CommitParts, command: CommandRecord): void {
  const { key, fingerprint, outcome, at } = command;
  const values = [organization, ...[key, fingerprint, outcome, at].map((value) => bind.text(value))];
  writes.push(`command_recorded AS (
    INSERT INTO ${tables.command} (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT ${values.join(", ")} FROM advanced)`);
}
