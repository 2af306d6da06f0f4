import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { Command } from "../../domain/values/command.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { createOrganizationQueue } from "./organization-queue.ts";
import { type CallLimits, readInTime } from "./in-time.ts";
import type { CommandObservation } from "../ports/observer.ts";
import type { StorageError } from "../ports/storage-error.ts";
import { type CommandContext, commandContext, type Runtime } from "./runtime.ts";
import { notifyObserver } from "./notify-observer.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { type CommandIdentity, identify } from "./command-identity.ts";
import type { CallOptions, CommandReceipt } from "./command-receipt.ts";
import type { CommandFailure } from "./errors.ts";
import { type CommandTrace, newTrace, waiting } from "./command-trace.ts";
import { execute } from "./execute.ts";

type Call<Outcome, Refusal> = (
  input: unknown,
  options?: CallOptions,
) => ResultAsync<Outcome & CommandReceipt, Refusal | CommandFailure>;

/** A command that can be called: `run` commits, `preview` takes the same path without the commit. */
interface RunnableCommand<Outcome, Refusal> {
  readonly run: Call<Outcome, Refusal>;
  readonly preview: Call<Outcome, Refusal>;
}

interface Run extends CallLimits {
  readonly isPreview: boolean;
  readonly trace: CommandTrace;
}

/** Makes definitions callable on one runtime. Its commands on the same organization share a queue. */
export type CommandRunner = <
  Parsed extends Command,
  Outcome extends object,
  ParseRefusal extends { readonly code: string },
  Refusal extends { readonly code: string },
>(
  definition: CommandDefinition<Parsed, Outcome, ParseRefusal, Refusal>,
) => RunnableCommand<Outcome, ParseRefusal | Refusal>;

export function createCommandRunner(runtime: Runtime): CommandRunner {
  const { timer, storage } = runtime;
  const queue = createOrganizationQueue(timer);

  return <
    Parsed extends Command,
    Outcome extends object,
    ParseRefusal extends { readonly code: string },
    Refusal extends { readonly code: string },
  >(
    definition: CommandDefinition<Parsed, Outcome, ParseRefusal, Refusal>,
  ) => {
    type Answer = Result<Outcome & CommandReceipt, ParseRefusal | Refusal | CommandFailure>;
    const parse = definition.parser(runtime);

    async function call(input: unknown, isPreview: boolean, signal: AbortSignal | undefined): Promise<Answer> {
      const startedAt = timer.now();
      const trace = newTrace();
      const parsed = parse(input);
      const answer = parsed.isErr()
        ? err(parsed.error)
        : await start(parsed.value, { isPreview, signal, trace, deadline: startedAt + runtime.deadlineMs });
      observe(answer, parsed.isErr() ? null : parsed.value.organizationId, { isPreview, startedAt, trace });
      return answer;
    }

    /** Joins the queue before anything is awaited, so that commands commit in the order of their calls. */
    async function start(command: Parsed, run: Run): Promise<Answer> {
      const context = commandContext(runtime);
      const identity = identify(definition.name, command, context.operationId);
      if (run.isPreview) return prepareAndExecute(command, context, await identity, run);

      // If the turn never comes, nobody awaits the identity: its rejection must not end the process.
      identity.catch(() => undefined);
      const turn = await waiting(run.trace, timer, () => queue.enter(command.organizationId, run));
      if (turn.isErr()) return err(turn.error === "late" ? { code: "contention", attempts: 0 } : turn.error);
      try {
        return await prepareAndExecute(command, context, await identity, run);
      } finally {
        turn.value();
      }
    }

    async function prepareAndExecute(
      command: Parsed,
      context: CommandContext,
      identity: CommandIdentity,
      run: Run,
    ): Promise<Answer> {
      const prepared = await prepare(command, run);
      if (prepared.isErr()) return err(prepared.error);
      return execute({ ...run, runtime, definition, command: prepared.value, context, identity });
    }

    async function prepare(command: Parsed, limits: CallLimits): Promise<Result<Parsed, StorageError>> {
      if (definition.prepare === undefined) return ok(command);
      const { prepare: read } = definition;
      return readInTime(timer, limits, (options) => read(command, storage, options));
    }

    function observe(
      answer: Answer,
      organizationId: OrganizationId | null,
      run: { readonly isPreview: boolean; readonly startedAt: number; readonly trace: CommandTrace },
    ): void {
      if (runtime.observer === null) return;
      const { isPreview, startedAt, trace } = run;
      notifyObserver(runtime.observer, {
        kind: "command",
        name: definition.name,
        organizationId,
        isPreview,
        outcome: answer.isErr() ? answer.error.code : answer.value.replayed ? "replayed" : "done",
        ...trace,
        totalMs: timer.now() - startedAt,
        endedAt: runtime.clock().getTime(),
        items: itemCounts(answer.isErr() ? answer.error : answer.value),
      });
    }

    return {
      run: (input, options) => new ResultAsync(call(input, false, options?.signal)),
      preview: (input, options) => new ResultAsync(call(input, true, options?.signal)),
    };
  };
}

/** The length of each list of an outcome or refusal. */
function itemCounts(answer: object): CommandObservation["items"] {
  const lists = answer as Readonly<Partial<Record<keyof CommandObservation["items"], unknown>>>;
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  return {
    added: count(lists.added),
    changed: count(lists.changed),
    removed: count(lists.removed),
    unchanged: count(lists.unchanged),
    rejected: count(lists.rejected),
  };
}
