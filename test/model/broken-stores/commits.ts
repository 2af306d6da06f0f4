import { ResultAsync } from "neverthrow";
import { need } from "../../../src/application/ports/need.ts";
import type { CommandRecord, CommitBatch, CommitOutcome, RosterStorage, Write } from "../../../src/storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { Gate } from "../../../src/testing/storages/gated-storage.ts";

/** Applies a batch whatever the revision is. */
export function ignoresTheGuard(storage: RosterStorage): RosterStorage {
  return withCommit(storage, async (batch) => {
    const { revision, lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    return valueOf(storage.commit(rebased(batch, revision, lastSequence), {}));
  });
}

/** Guards single rows: it applies a batch if nobody has written the same rows meanwhile, whatever the batch was decided from. */
export function guardsRowsOnly(storage: RosterStorage): RosterStorage {
  const written = new Map<string, number>();
  return withCommit(storage, async (batch) => {
    const { revision, lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const isFresh = (write: Write) => (written.get(rowOf(write)) ?? 0) <= batch.guard.expectedRevision;
    const sent = batch.writes.every(isFresh) ? rebased(batch, revision, lastSequence) : batch;
    const outcome = await valueOf(storage.commit(sent, {}));
    if (outcome.kind === "committed") for (const write of sent.writes) written.set(rowOf(write), revision + 1);
    return outcome;
  });
}

/** Writes the rows first, and the events and the command record later. */
export function commitsInTwoSteps(storage: RosterStorage, gate: Gate): RosterStorage {
  return withCommit(storage, async (batch) => {
    const { guard, command } = batch;
    const { lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const key = `${command.key}, rows` as CommandRecord["key"];
    const rows = { ...batch, events: [], command: { ...command, key }, guard: { ...guard, lastSequence } };
    const outcome = await valueOf(storage.commit(rows, {}));
    if (outcome.kind !== "committed") return outcome;
    await gate("the second step");
    const { revision: expectedRevision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    return valueOf(storage.commit({ ...batch, writes: [], guard: { ...guard, expectedRevision } }, {}));
  });
}

/** Loses the last of several role assignments. */
export function losesARow(storage: RosterStorage): RosterStorage {
  return withCommit(storage, (batch) => {
    const writes = batch.writes.filter(({ table }) => table === "role_assignment");
    const lost = writes.length > 1 ? writes.at(-1) : undefined;
    return valueOf(storage.commit({ ...batch, writes: batch.writes.filter((write) => write !== lost) }, {}));
  });
}

/** Keeps the role assignments of users who leave the organization. */
export function keepsOrphans(storage: RosterStorage): RosterStorage {
  return withCommit(storage, (batch) => {
    const left = new Set(
      batch.writes.flatMap((write) =>
        write.kind === "delete" && write.table === "organization_member" ? [write.key.userId] : [],
      ),
    );
    const isOrphan = (write: Write) =>
      write.kind === "delete" && write.table === "role_assignment" && left.has(write.key.userId);
    return valueOf(storage.commit({ ...batch, writes: batch.writes.filter((write) => !isOrphan(write)) }, {}));
  });
}

/** Forgets that a command was executed, so that a resend executes it again. */
export function forgetsCommands(storage: RosterStorage): RosterStorage {
  let commits = 0;
  return withCommit(storage, (batch) => {
    commits += 1;
    const key = `${batch.command.key} ${commits}` as CommandRecord["key"];
    return valueOf(storage.commit({ ...batch, command: { ...batch.command, key } }, {}));
  });
}

/** Reports a conflict for every third batch that it has applied. */
export function deniesACommit(storage: RosterStorage): RosterStorage {
  let commits = 0;
  return withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "committed") return outcome;
    commits += 1;
    return commits % 3 === 0 ? { kind: "conflict" } : outcome;
  });
}

/** Reports a batch as committed before it applies it. */
export function answersTooSoon(storage: RosterStorage, gate: Gate): RosterStorage {
  return withCommit(storage, async (batch) => {
    const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    if (revision !== batch.guard.expectedRevision) return { kind: "conflict" };
    void gate("the work itself").then(() => storage.commit(batch, {}));
    return { kind: "committed" };
  });
}

function withCommit(storage: RosterStorage, commit: (batch: CommitBatch) => Promise<CommitOutcome>): RosterStorage {
  return { ...storage, commit: (batch) => ResultAsync.fromSafePromise(commit(batch)) };
}

/** The batch as if it had been decided on this revision. */
function rebased(batch: CommitBatch, revision: number, lastSequence: number): CommitBatch {
  const events = batch.events.map((event, index) => ({ ...event, sequence: lastSequence + 1 + index }));
  const lastAt = events.at(-1)?.at ?? batch.guard.lastAt;
  const guard = { expectedRevision: revision, lastSequence: lastSequence + events.length, lastAt };
  return { ...batch, guard, events };
}

function rowOf(write: Write): string {
  const { table } = write;
  const key: object = write.kind === "put" ? write.record : write.key;
  const { workspaceId = "", userId = "" } = key as { readonly workspaceId?: string; readonly userId?: string };
  return `${table} ${workspaceId} ${userId}`;
}
