import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { Scope } from "../scope.ts";

/**
 * The compare-and-set of the revision that decides every race. It has a row if the revision moved, and is not tried
 * unless `sound` has one.
 *
 * The statement's snapshot is older than the row lock that it may have to wait for. PostgreSQL compares the revision in
 * the snapshot, and once more in the row as it is when the lock is had. Where both are the expected one no commit was
 * made between the two, so everything else that the statement read is as new as the guard.
 */
export function advancedGuard({ tables, bind, organization }: Scope, guard: CommitBatch["guard"]): string {
  const lastSequence = bind.integer(guard.lastSequence);
  const lastAt = bind.text(guard.lastAt);
  if (guard.expectedRevision === 0) {
    // No row is lost by doing nothing: none is given then, which is a conflict.
    return `INSERT INTO ${tables.guard} (organization_id, revision, last_sequence, last_at)
    SELECT ${organization}, 1, ${lastSequence}, ${lastAt} FROM sound ON CONFLICT DO NOTHING RETURNING 1 AS yes`;
  }
  return `UPDATE ${tables.guard} AS g SET revision = g.revision + 1, last_sequence = ${lastSequence}, last_at = ${lastAt}
    WHERE g.organization_id = ${organization} AND g.revision = ${bind.integer(guard.expectedRevision)}
      AND EXISTS (SELECT 1 FROM sound) RETURNING 1 AS yes`;
}
