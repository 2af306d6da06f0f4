import { err, ok, type Result } from "neverthrow";
import type { Command } from "../../domain/values/command.ts";
import { evolutionOf } from "../../domain/facts/evolve.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import { requireCommitCapacity } from "../../domain/values/too-many-changes.ts";
import { indexFacts } from "./index-facts.ts";
import { readInTime } from "./in-time.ts";
import type { Clock } from "../ports/timer.ts";
import type { CommitBatch } from "../ports/commit-batch.ts";
import { type Facts, need } from "../ports/need.ts";
import type { CommandRecord } from "../ports/records.ts";
import type { StorageCallOptions } from "../ports/roster-storage.ts";
import { aborted } from "../ports/storage-error.ts";
import { backOff } from "./retry.ts";
import { type CommandContext, repeatedId, type Runtime } from "./runtime.ts";
import { inSlices, yieldAfter } from "./slices.ts";
import { writesBetween } from "./writes-between.ts";
import type { CommandDefinition } from "./command-definition.ts";
import type { CommandIdentity } from "./command-identity.ts";
import type { CommandReceipt } from "./command-receipt.ts";
import type { CommandFailure } from "./errors.ts";
import { type CommandTrace, waiting } from "./command-trace.ts";
import { commitUntilKnown } from "./commit-until-known.ts";
import { replay } from "./replay.ts";

/** One command and what it needs to run through load → decide → commit. */
export interface Execution<Parsed extends Command, Outcome extends object, Refusal> {
  readonly runtime: Runtime;
  readonly definition: CommandDefinition<Parsed, Outcome, unknown, Refusal>;
  readonly command: Parsed;
  readonly context: CommandContext;
  readonly identity: CommandIdentity;
  readonly isPreview: boolean;
  /** By the timer's `now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly trace: CommandTrace;
}

type Answer<Outcome, Refusal> = Result<Outcome & CommandReceipt, Refusal | CommandFailure>;

/** Loads, decides and commits; after a conflict with another commit it tries again, until the deadline. */
export async function execute<
  Parsed extends Command,
  Outcome extends object,
  Refusal extends { readonly code: string },
>(execution: Execution<Parsed, Outcome, Refusal>): Promise<Answer<Outcome, Refusal>> {
  const { runtime, deadline, signal, trace } = execution;
  for (;;) {
    if (signal?.aborted === true) return err(aborted());
    trace.attempts += 1;
    const answer = await attemptOnce(execution);
    if (answer !== "conflict") return answer;
    trace.conflicts += 1;
    if (runtime.timer.now() >= deadline) return err({ code: "contention", attempts: trace.attempts });
    await waiting(trace, runtime.timer, () => backOff(trace.attempts, runtime.timer, signal));
  }
}

async function attemptOnce<Parsed extends Command, Outcome extends object, Refusal extends { readonly code: string }>(
  execution: Execution<Parsed, Outcome, Refusal>,
): Promise<Answer<Outcome, Refusal> | "conflict"> {
  const { runtime, definition, command, context, identity, isPreview, deadline, signal, trace } = execution;
  const { operationId } = context;
  const key = identity.isKept ? identity.key : null;
  const needed = need({ ...definition.need(command, context), command: key });
  await yieldAfter(needed.members.length);
  const load = (options: StorageCallOptions) => runtime.storage.load(command.organizationId, needed, options);
  const loaded = await readInTime(runtime.timer, { deadline, signal }, load);
  // Nothing was applied: a load that is late after conflicts ran out of time because of them.
  if (loaded.isErr()) return trace.conflicts > 0 && runtime.timer.now() >= deadline ? "conflict" : err(loaded.error);

  const before = await indexed(command.organizationId, loaded.value);
  const now = timeAfter(before.lastAt, runtime.clock);
  if (loaded.value.command !== null)
    return replay(loaded.value.command, before, { ...execution, context: { ...context, now } });
  const decided = definition.decide(before, command, { ...context, now });
  if (decided.isErr()) return err(decided.error);

  const { events, outcome } = decided.value;
  const fits =
    definition.isUnbounded?.(command) === true ? ok(null) : requireCommitCapacity(events.length, context.maxCommitSize);
  if (fits.isErr()) return err(fits.error);
  // A no-op under a caller's key is committed too: its resend must get this outcome, whatever has changed since.
  const isCommitted = events.length > 0 || identity.isKept;
  const executed = { ...outcome, operationId, revision: before.revision + (isCommitted ? 1 : 0) };
  const result = { ...executed, replayed: false };
  if (!isCommitted || isPreview) return ok(result);

  const record: CommandRecord = {
    key: identity.key,
    fingerprint: identity.fingerprint,
    outcome: identity.isKept ? JSON.stringify(executed) : null,
    at: now,
  };
  const committed = await commitUntilKnown(runtime, await batchOf(before, events, record), {
    operationId,
    deadline,
    signal,
  });
  if (committed.isErr()) return err(committed.error);
  switch (committed.value.kind) {
    case "committed":
      runtime.bell.ring(command.organizationId);
      return ok(result);
    case "replay":
      // If our generated key is already stored, another operation has it: the host's createId repeated an id.
      if (!identity.isKept) throw repeatedId(operationId);
      // Load again: a record is only answered after the actor is authorized by current facts.
      return "conflict";
    case "conflict":
      return "conflict";
  }
}

/**
 * The time of the clock, or that of the newest event if it is later: the clocks of hosts differ and may be set back.
 * Both are ISO 8601 in UTC with milliseconds, which sorts as text.
 */
function timeAfter(lastAt: string | null, clock: Clock): string {
  const now = clock().toISOString();
  return lastAt !== null && lastAt > now ? lastAt : now;
}

/** The loaded facts as look-up tables. If there are many rows, it yields before and after, so that each part takes a turn of its own. */
async function indexed(organizationId: OrganizationId, facts: Facts): Promise<OrganizationFacts> {
  const rows = facts.members.length + facts.assignments.length;
  await yieldAfter(rows);
  const before = indexFacts(organizationId, facts);
  await yieldAfter(rows);
  return before;
}

async function batchOf(
  before: OrganizationFacts,
  events: readonly RosterEvent[],
  command: CommandRecord,
): Promise<CommitBatch> {
  await yieldAfter(events.length);
  const evolution = evolutionOf(before);
  await inSlices(events, (slice) => evolution.fold(slice));
  const after = evolution.facts();
  await yieldAfter(events.length);
  const writes = await writesBetween(before, after);
  await yieldAfter(writes.length);
  return {
    organizationId: before.organizationId,
    guard: { expectedRevision: before.revision, lastSequence: after.lastSequence, lastAt: after.lastAt },
    command,
    writes,
    events,
  };
}
