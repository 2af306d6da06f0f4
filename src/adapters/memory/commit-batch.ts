import type { CommitBatch, CommitOutcome } from "../../application/ports/commit-batch.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { applyWrite } from "./apply-write.ts";
import { frozenCopy } from "./frozen-copy.ts";
import { emptyState, type OrganizationState } from "./organization-state.ts";
import { writeHolds } from "./write-holds.ts";

/**
 * Applies a batch as a whole or not at all.
 *
 * Everything is checked and copied before the first change, and there is no await inside: nobody sees half of it.
 */
export function commitBatch(organizations: Map<OrganizationId, OrganizationState>, batch: CommitBatch): CommitOutcome {
  const state = organizations.get(batch.organizationId) ?? emptyState();
  const stored = state.commands.get(batch.command.key);
  if (stored !== undefined) return { kind: "replay", command: stored };
  if (state.revision !== batch.guard.expectedRevision) return { kind: "conflict" };
  if (!batch.writes.every((write) => writeHolds(state, write))) return { kind: "conflict" };

  const { organizationId, guard, command, writes, events } = frozenCopy(batch);
  organizations.set(organizationId, state);
  state.revision = guard.expectedRevision + 1;
  state.lastSequence = guard.lastSequence;
  state.lastAt = guard.lastAt;
  state.commands.set(command.key, command);
  for (const write of writes) applyWrite(state, write);
  for (const event of events) state.events.push(event);
  return { kind: "committed" };
}
