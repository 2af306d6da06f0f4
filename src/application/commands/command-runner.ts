import { err, type Result, ResultAsync } from "neverthrow";
import type { Command } from "../../domain/shared/command.ts";
import { createOrganizationQueue } from "../organization-queue.ts";
import { decisionContext, type Runtime } from "../runtime.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { identify } from "./command-identity.ts";
import type { CallOptions, Executed } from "./command-outcome.ts";
import type { CommandFailure } from "./command-refusal.ts";
import { execute } from "./execute.ts";

type Call<Outcome, Refusal> = (
  input: unknown,
  options?: CallOptions,
) => ResultAsync<Outcome & Executed, Refusal | CommandFailure>;

/** A command ready to be called: the same path with its commit, and as a preview without. */
export interface RunnableCommand<Outcome, Refusal> {
  readonly run: Call<Outcome, Refusal>;
  readonly preview: Call<Outcome, Refusal>;
}

/** Makes definitions runnable on one runtime. Its commands on one organization share one queue. */
export type CommandRunner = <Parsed extends Command, Outcome extends object, ParseRefusal, Refusal>(
  definition: CommandDefinition<Parsed, Outcome, ParseRefusal, Refusal>,
) => RunnableCommand<Outcome, ParseRefusal | Refusal>;

export function createCommandRunner(runtime: Runtime): CommandRunner {
  const queue = createOrganizationQueue(runtime.timer);

  return <Parsed extends Command, Outcome extends object, ParseRefusal, Refusal>(
    definition: CommandDefinition<Parsed, Outcome, ParseRefusal, Refusal>,
  ) => {
    type Answer = Result<Outcome & Executed, ParseRefusal | Refusal | CommandFailure>;
    const parse = definition.parser(runtime);

    async function call(input: unknown, isPreview: boolean, signal: AbortSignal | undefined): Promise<Answer> {
      const deadline = runtime.timer.now() + runtime.deadlineMs;
      const parsed = parse(input);
      if (parsed.isErr()) return err(parsed.error);

      const command = parsed.value;
      const context = decisionContext(runtime);
      const identity = await identify(definition.name, command, context.operationId);
      const execution = { runtime, definition, command, context, identity, isPreview, deadline, signal };
      if (isPreview) return execute(execution);

      const turn = await queue.enter(command.organizationId, { deadline, signal });
      if (turn.isErr()) return err(turn.error === "late" ? { code: "contention", attempts: 0 } : turn.error);
      try {
        return await execute(execution);
      } finally {
        turn.value();
      }
    }

    return {
      run: (input, options) => new ResultAsync(call(input, false, options?.signal)),
      preview: (input, options) => new ResultAsync(call(input, true, options?.signal)),
    };
  };
}
