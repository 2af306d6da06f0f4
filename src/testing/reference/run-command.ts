import { err, ok, type Result } from "neverthrow";
import type { CommandDefinition } from "../../application/engine/command-definition.ts";
import { judgeUsedKey } from "../../application/engine/used-key.ts";
import { need } from "../../application/ports/need.ts";
import type { Command } from "../../domain/values/command.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import { evolve } from "../../domain/facts/evolve.ts";
import { requireCommitCapacity } from "../../domain/values/too-many-changes.ts";
import type { OperationId } from "../../domain/values/ids.ts";
import { someTime } from "../builders/records.ts";
import { plainText } from "../text/plain-text.ts";
import { factsFor } from "./facts-for.ts";
import { parsing } from "./parsing.ts";
import type { Reference } from "./reference.ts";
import type { Settings } from "./settings.ts";

/** The input of a run. */
interface Run {
  readonly reference: Reference;
  readonly input: unknown;
  readonly operationId: string;
  readonly settings: Settings;
}

interface Ran {
  readonly result: Result<object, { readonly code: string }>;
  readonly reference: Reference;
}

/** Runs a command on a reference: parses it, looks up its key, decides it from the facts it needs, and applies its events. */
export function commandOn<
  Parsed extends Command,
  Outcome extends object,
  ParseRefusal extends { readonly code: string },
  Refusal extends { readonly code: string },
>(
  definition: CommandDefinition<Parsed, Outcome, ParseRefusal, Refusal>,
  prepare: (command: Parsed, reference: Reference) => Parsed = (command) => command,
): (run: Run) => Ran {
  const parse = parsing(definition);
  return ({ reference, input, operationId, settings }) => {
    const parsed = parse(input, settings);
    if (parsed.isErr()) return { result: err(parsed.error), reference };

    const { idempotencyKey } = parsed.value;
    const fingerprint = plainText([definition.name, parsed.value]);
    const stored = idempotencyKey === null ? undefined : reference.commands.get(idempotencyKey);
    const command = prepare(parsed.value, reference);
    const context = contextOf(operationId, settings);
    const facts = factsFor(reference, need(definition.need(command, context)));
    if (stored !== undefined) {
      const isSame = stored.fingerprint === fingerprint;
      const result = judgeUsedKey({ definition, command, context, facts, isSame })
        .map(() => ({ ...stored.outcome, replayed: true }))
        .mapErr((told) => (told === "reused" ? { code: reused, idempotencyKey } : told));
      return { result, reference };
    }

    const decided = definition.decide(facts, command, context);
    if (decided.isErr()) return { result: err(decided.error), reference };

    const { events, outcome } = decided.value;
    const fits =
      definition.isUnbounded?.(command) === true
        ? ok(null)
        : requireCommitCapacity(events.length, settings.maxCommitSize);
    if (fits.isErr()) return { result: err(fits.error), reference };
    const isCommitted = events.length > 0 || idempotencyKey !== null;
    const revision = reference.facts.revision + (isCommitted ? 1 : 0);
    const executed = { ...outcome, operationId, revision };
    const result = ok({ ...executed, replayed: false });
    if (!isCommitted) return { result, reference };

    const { commands } = reference;
    return {
      result,
      reference: {
        facts: { ...evolve(reference.facts, events), revision },
        events: [...reference.events, ...events],
        commands:
          idempotencyKey === null
            ? commands
            : new Map(commands).set(idempotencyKey, { fingerprint, outcome: executed }),
        committed: `${reference.committed} ${operationId}`,
      },
    };
  };
}

const reused = "idempotency_key_reused";

/** Derives new ids from the operation id. The rosters of a history do the same. */
export function freshIdOf(operationId: string): string {
  return `made-by-${operationId}`;
}

function contextOf(operationId: string, settings: Settings): DecisionContext {
  return { ...settings, now: someTime, operationId: operationId as OperationId, freshId: freshIdOf(operationId) };
}
