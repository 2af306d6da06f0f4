import { err, ok, type Result } from "neverthrow";
import type { Command } from "../../domain/shared/command.ts";
import type { DecisionContext } from "../../domain/shared/decision.ts";
import { evolve } from "../../domain/shared/evolve.ts";
import type { RosterEvent } from "../../domain/shared/event.ts";
import type { OrganizationFacts } from "../../domain/shared/organization-facts.ts";
import { indexFacts } from "../index-facts.ts";
import type { CommitBatch } from "../ports/commit-batch.ts";
import { need } from "../ports/need.ts";
import type { CommandRecord } from "../ports/records.ts";
import { aborted } from "../ports/storage-error.ts";
import { backOff } from "../retry.ts";
import type { Runtime } from "../runtime.ts";
import { writesBetween } from "../writes-between.ts";
import type { CommandDefinition } from "./command-definition.ts";
import type { CommandIdentity } from "./command-identity.ts";
import type { Executed } from "./command-outcome.ts";
import type { CommandFailure } from "./command-refusal.ts";
import { type CommandTrace, waiting } from "./command-trace.ts";
import { commitUntilKnown } from "./commit-until-known.ts";
import { keyReused, replay } from "./replay.ts";

/** One command on its way through load → decide → commit. */
export interface Execution<Parsed extends Command, Outcome extends object, Refusal> {
  readonly runtime: Runtime;
  readonly definition: CommandDefinition<Parsed, Outcome, unknown, Refusal>;
  readonly command: Parsed;
  readonly context: DecisionContext;
  readonly identity: CommandIdentity;
  readonly isPreview: boolean;
  /** By the timer's `now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly trace: CommandTrace;
}

type Answer<Outcome, Refusal> = Result<Outcome & Executed, Refusal | CommandFailure>;

/** Loads, decides and commits, and does so again while others are faster, until the deadline. */
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
  const { runtime, definition, command, context, identity, isPreview, deadline, signal } = execution;
  const { operationId, now } = context;
  const key = identity.isKept ? identity.key : null;
  const wanted = need({ ...definition.need(command, context), command: key });
  const loaded = await runtime.storage.load(command.organizationId, wanted, { signal });
  if (loaded.isErr()) return err(loaded.error);

  const before = indexFacts(command.organizationId, loaded.value);
  if (loaded.value.command !== null) return replay(loaded.value.command, before, execution);
  const decided = definition.decide(before, command, context);
  if (decided.isErr()) return err(decided.error);

  const { events, outcome } = decided.value;
  // A no-op under a caller's key is committed too: its resend must find this answer, whatever has changed meanwhile.
  const isCommitted = events.length > 0 || identity.isKept;
  const executed = { ...outcome, operationId, revision: before.revision + (isCommitted ? 1 : 0) };
  const done = { ...executed, replayed: false };
  if (!isCommitted || isPreview) return ok(done);

  const record: CommandRecord = {
    key: identity.key,
    fingerprint: identity.fingerprint,
    outcome: identity.isKept ? JSON.stringify(executed) : null,
    at: now,
  };
  const committed = await commitUntilKnown(runtime, batchOf(before, events, record), { operationId, deadline, signal });
  if (committed.isErr()) return err(committed.error);
  switch (committed.value.kind) {
    case "committed":
      runtime.bell.ring(command.organizationId);
      return ok(done);
    case "replay":
      // Loaded again with the facts of now: authority is judged before anything is told of a record.
      return identity.isKept ? "conflict" : err(keyReused(identity));
    case "conflict":
      return "conflict";
  }
}

function batchOf(before: OrganizationFacts, events: readonly RosterEvent[], command: CommandRecord): CommitBatch {
  const after = evolve(before, events);
  return {
    organizationId: before.organizationId,
    guard: { expectedRevision: before.revision, lastSequence: after.lastSequence },
    command,
    writes: writesBetween(before, after),
    events,
  };
}
