import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";

const firstRevision = `INSERT INTO roster_guard (organization_id, revision, last_sequence, last_at)
  VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING`;
const nextRevision = `UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?`;

/** Increments the organization's revision. False if it is not the expected one. */
export function advanceGuard(
  connection: Connection,
  organizationId: OrganizationId,
  guard: CommitBatch["guard"],
): boolean {
  const { expectedRevision, lastSequence, lastAt } = guard;
  const { changes } =
    expectedRevision === 0
      ? connection.statement(firstRevision).run(organizationId, lastSequence, lastAt)
      : connection.statement(nextRevision).run(lastSequence, lastAt, organizationId, expectedRevision);
  return Number(changes) === 1;
}
