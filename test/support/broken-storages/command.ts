import { need } from "../../../src/application/ports/need.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";

const sentAgain = "commit: command › returns a replay if the same batch is sent again, and applies nothing";
const keepsRecord = "commit: command › stores the record of a command";

const prefersConflict: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    if (revision !== batch.guard.expectedRevision) return { kind: "conflict" };
    return valueOf(storage.commit(batch, {}));
  });

const forgetsCommand: Breaks = (storage) => {
  let commits = 0;
  return withCommit(storage, (batch) => {
    commits += 1;
    return valueOf(storage.commit(under(`${batch.command.key} ${commits}`, batch), {}));
  });
};

const replaysTheQuestion: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    return outcome.kind === "replay" ? { kind: "replay", command: batch.command } : outcome;
  });

/** Changes the record of each command before it is stored. */
function storesRecord(change: (command: CommandRecord) => Partial<CommandRecord>): Breaks {
  return (storage) =>
    withCommit(storage, (batch) =>
      valueOf(storage.commit({ ...batch, command: { ...batch.command, ...change(batch.command) } }, {})),
    );
}

/** Applies a batch again when it is sent again, with new events. */
const doublesOnRetry: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    if (outcome.kind === "replay") await appendAgain(storage, batch);
    return outcome;
  });

async function appendAgain(storage: RosterStorage, batch: CommitBatch): Promise<void> {
  const { revision, lastSequence } = await valueOf(storage.load(batch.organizationId, need({}), {}));
  const events = batch.events.map((event, index): RosterEvent => ({ ...event, sequence: lastSequence + 1 + index }));
  const lastAt = events.at(-1)?.at ?? batch.guard.lastAt;
  const guard = { expectedRevision: revision, lastSequence: lastSequence + events.length, lastAt };
  await valueOf(storage.commit({ ...under(`retry ${revision}`, batch), writes: [], guard, events }, {}));
}

const remembersRefused: Breaks = (storage) => {
  const seen = new Map<string, CommandRecord>();
  return withCommit(storage, async (batch) => {
    const key = `${batch.organizationId} ${batch.command.key}`;
    const outcome = await valueOf(storage.commit(batch, {}));
    const command = seen.get(key) ?? batch.command;
    if (outcome.kind === "committed" && seen.has(key)) return { kind: "replay", command };
    seen.set(key, command);
    return outcome;
  });
};

/** Treats two keys as equal if `sameFor` returns the same text for them. */
function confusesKeys(sameFor: (batch: CommitBatch) => string): Breaks {
  return (storage) => {
    const seen = new Map<string, CommandRecord>();
    return withCommit(storage, async (batch) => {
      const command = seen.get(sameFor(batch));
      if (command !== undefined) return { kind: "replay", command };
      const outcome = await valueOf(storage.commit(batch, {}));
      if (outcome.kind === "committed") seen.set(sameFor(batch), structuredClone(batch.command));
      return outcome;
    });
  };
}

function under(key: string, batch: CommitBatch): CommitBatch {
  return { ...batch, command: { ...batch.command, key: key as CommandRecord["key"] } };
}

export const brokenCommands: readonly BrokenStorage[] = [
  broken(
    "checks the revision before the command",
    prefersConflict,
    sentAgain,
    "commit: command › returns a replay instead of a conflict, whatever is wrong with the batch",
  ),
  broken("forgets the command", forgetsCommand, "load › returns the command of a key, or null", keepsRecord, sentAgain),
  broken(
    "replays the record in the batch",
    replaysTheQuestion,
    "commit: command › replays the stored record, not the record in the batch",
  ),
  broken(
    "stores no fingerprint",
    storesRecord(() => ({ fingerprint: "" })),
    keepsRecord,
  ),
  broken(
    "stores a text for an outcome that is null",
    storesRecord(({ outcome }) => ({ outcome: String(outcome) })),
    "commit: command › stores a record without an outcome, and replays it",
  ),
  broken(
    "cuts long outcomes off",
    storesRecord(({ outcome }) => ({ outcome: outcome?.slice(0, 65_535) ?? null })),
    "fidelity › keeps a long outcome",
  ),
  broken("appends the events again when a batch is sent again", doublesOnRetry, sentAgain),
  broken(
    "stores the command of a batch that it rejected",
    remembersRefused,
    "commit: command › stores no command of a rejected batch",
  ),
  broken(
    "shares keys between organizations",
    confusesKeys(({ command }) => command.key),
    "commit: command › keeps the commands of organizations apart",
  ),
  broken(
    "folds the case of keys",
    confusesKeys(({ organizationId, command }) => `${organizationId} ${command.key.toLowerCase()}`),
    "commit: command › compares keys byte for byte",
  ),
];
