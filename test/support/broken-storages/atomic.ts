import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { need } from "../../../src/application/ports/need.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { remove } from "../../../src/testing/builders/writes.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";

const anyOne = ["organization_member", "workspace", "role_assignment"].map(
  (table) => `atomicity › applies nothing of a batch if any one write to ${table} fails`,
);
const largeBatch = "large batches › applies nothing of a large batch whose last row is not as expected";

/** Keeps the writes that come before the row that is not as expected. */
const appliesHalf: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    for (let size = batch.writes.length - 1; size > 0; size -= 1) {
      const half = { ...batch, writes: batch.writes.slice(0, size), events: [] };
      if ((await valueOf(storage.commit(half, {}))).kind === "committed") break;
    }
    return outcome;
  });

/** Commits without the writes that fail, and returns `answer`. */
function leavesOutWhatFails(answer: CommitOutcome): Breaks {
  return (storage) =>
    withCommit(storage, async (batch) => {
      const outcome = await valueOf(storage.commit(batch, {}));
      if (outcome.kind !== "conflict") return outcome;
      const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
      if (revision !== batch.guard.expectedRevision) return outcome;
      for (const write of batch.writes) {
        const others = batch.writes.filter((each) => each !== write);
        if ((await valueOf(storage.commit({ ...batch, writes: others }, {}))).kind === "committed") return answer;
      }
      return outcome;
    });
}

/** Stores a row whether it exists or not. */
const puts: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind !== "conflict") return outcome;
    for (const write of batch.writes) {
      const must = write.expected === "absent" ? "present" : "absent";
      const writes = batch.writes.map((each) => (each === write ? ({ ...each, expected: must } as Write) : each));
      if ((await valueOf(storage.commit({ ...batch, writes }, {}))).kind === "committed") return { kind: "committed" };
    }
    return outcome;
  });

/** Commits a large batch in parts, each in its own transaction. */
const splits: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const { writes, guard, command } = batch;
    if (writes.length <= 1_000) return valueOf(storage.commit(batch, {}));
    const key = `${command.key}, part 1` as CommandRecord["key"];
    const { lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const first = { ...batch, writes: writes.slice(0, 1_000), events: [], command: { ...command, key } };
    await valueOf(storage.commit({ ...first, guard: { ...guard, lastSequence } }, {}));
    const rest = { ...batch, writes: writes.slice(1_000) };
    return valueOf(storage.commit({ ...rest, guard: { ...guard, expectedRevision: guard.expectedRevision + 1 } }, {}));
  });

/** Changes the writes of a batch before they are committed. */
function changesWrites(
  change: (batch: CommitBatch, storage: RosterStorage) => readonly Write[] | Promise<readonly Write[]>,
): Breaks {
  return (storage) =>
    withCommit(storage, async (batch) =>
      valueOf(storage.commit({ ...batch, writes: await change(batch, storage) }, {})),
    );
}

const isLeaver = (write: Write): boolean => write.kind === "delete" && write.table === "organization_member";

/** Replaces a member as REPLACE INTO does with a cascading key: the deletion takes the assignments along. */
async function withCascade({ organizationId, writes }: CommitBatch, storage: RosterStorage): Promise<readonly Write[]> {
  const replaced = writes.flatMap((write) =>
    write.kind === "put" && write.table === "organization_member" ? [write.record.userId] : [],
  );
  const { assignments } = await valueOf(storage.load(organizationId, need({ allAssignmentsOf: replaced }), {}));
  return [...writes, ...assignments.map(({ workspaceId, userId }) => remove.assignment(workspaceId, userId))];
}

export const brokenBatches: readonly BrokenStorage[] = [
  broken("keeps half of a failed batch", appliesHalf, ...anyOne, largeBatch),
  broken("leaves out the rows that fail and returns a conflict", leavesOutWhatFails({ kind: "conflict" }), ...anyOne),
  broken(
    "leaves out the rows that fail and returns committed",
    leavesOutWhatFails({ kind: "committed" }),
    ...anyOne,
    "commit: expected rows › returns a conflict for the deletion of a missing member, and applies nothing",
  ),
  broken(
    "stores a row whatever the batch expects",
    puts,
    "commit: expected rows › returns a conflict for a member who exists and is expected to be absent, and applies nothing",
    "commit: expected rows › returns a conflict for a missing workspace that is expected to be present, and applies nothing",
  ),
  broken("commits a large batch in parts", splits, largeBatch),
  broken(
    "loses one row of a large batch",
    changesWrites(({ writes }) => writes.filter((_, index) => index !== 5_000)),
    "large batches › applies one row more than a command may name users, with an event for each",
  ),
  broken(
    "keeps the assignments of a deleted member",
    changesWrites(({ writes }) =>
      writes.some(isLeaver)
        ? writes.filter(({ kind, table }) => kind !== "delete" || table !== "role_assignment")
        : writes,
    ),
    "commit: writes › deletes a member with their assignments, and stores both again later",
  ),
  broken(
    "deletes the assignments of a changed member",
    changesWrites(withCascade),
    "commit: writes › leaves rows unchanged that a batch does not name",
  ),
];
