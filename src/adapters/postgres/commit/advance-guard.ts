import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { Scope } from "../scope.ts";

export interface GuardParts {
  /** Holds where the snapshot has the expected revision. */
  readonly condition: string;
  /** Moves the revision by one where `sound` has a row; has a row if it did. */
  readonly advanced: string;
}

/**
 * The compare-and-set of the revision that decides every race.
 *
 * The snapshot is older than the row lock that an UPDATE may have to wait for: afterwards only the guard itself is looked
 * at again. So the revision must be the expected one twice, in the snapshot and in the locked row; then no commit was
 * made between the two, and everything else that the statement read is as new as the guard.
 */
export function guardParts({ tables, bind, organization }: Scope, guard: CommitBatch["guard"]): GuardParts {
  const lastSequence = bind.integer(guard.lastSequence);
  const known = `SELECT 1 FROM ${tables.guard} AS g WHERE g.organization_id = ${organization}`;
  if (guard.expectedRevision === 0) {
    return {
      condition: `NOT EXISTS (${known})`,
      // No row is lost by doing nothing: `advanced` is empty then, which is a conflict.
      advanced: `INSERT INTO ${tables.guard} (organization_id, revision, last_sequence)
    SELECT ${organization}, 1, ${lastSequence} FROM sound ON CONFLICT DO NOTHING RETURNING 1 AS yes`,
    };
  }
  const expected = `g.revision = ${bind.integer(guard.expectedRevision)}`;
  return {
    condition: `EXISTS (${known} AND ${expected})`,
    advanced: `UPDATE ${tables.guard} AS g SET revision = g.revision + 1, last_sequence = ${lastSequence}
    WHERE g.organization_id = ${organization} AND ${expected} AND EXISTS (SELECT 1 FROM sound) RETURNING 1 AS yes`,
  };
}
