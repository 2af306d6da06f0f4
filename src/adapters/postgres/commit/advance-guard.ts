import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { Scope } from "../scope.ts";

/**
 * The compare-and-set on the revision that decides every race. It returns a row if the revision moved, and is not tried
 * unless `preconditions` has a row.
 *
 * The statement's snapshot is older than the row lock that it may have to wait for. PostgreSQL compares the revision in
 * the snapshot, and again in the current row once it has the lock. If both are the expected revision, there was no commit
 * between the two, so everything else that the statement read is as new as the guard.
 */
export function guardMoved({ tables, bind, organization }: Scope, guard: CommitBatch["guard"]): string {
  const lastSequence = bind.integer(guard.lastSequence);
  const lastAt = bind.text(guard.lastAt);
  if (guard.expectedRevision === 0) {
    // If a guard exists already, nothing is inserted and no row returned, which is a conflict.
    return `INSERT INTO ${tables.guard} (organization_id, revision, last_sequence, last_at)
    SELECT ${organization}, 1, ${lastSequence}, ${lastAt} FROM preconditions ON CONFLICT DO NOTHING RETURNING 1 AS yes`;
  }
  return `UPDATE ${tables.guard} AS guard SET revision = guard.revision + 1, last_sequence = ${lastSequence}, last_at = ${lastAt}
    WHERE guard.organization_id = ${organization} AND guard.revision = ${bind.integer(guard.expectedRevision)}
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes`;
}
