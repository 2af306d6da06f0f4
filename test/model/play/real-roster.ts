import type { Result } from "neverthrow";
import type { RosterError } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { walk } from "../../support/property/queries.ts";
import { type AnyRoster, now, rosterOn, run } from "../../support/property/roster.ts";
import type { Step } from "../../support/commands/step.ts";
import type { Question, QueryAnswer } from "../rules/question.ts";
import type { CommandAnswer, CommandContext, Settings } from "../rules/world.ts";

/** The roster under test, with answers in the form of the model. */
export interface RealRoster {
  run(step: Step, context: CommandContext, isPreview?: boolean): Promise<CommandAnswer>;
  ask(question: Question, pageSize?: number): Promise<QueryAnswer>;
}

export function realRoster(
  storage: RosterStorage,
  { policy, roles, maxBatchSize }: Settings,
  options: Parameters<typeof rosterOn>[1] = {},
): RealRoster {
  let ids: string[] = [];
  const roster = rosterOn(
    { ...storage, limits: { ...storage.limits, members: maxBatchSize } },
    { policy, workspaceRoles: roles, createId: () => ids.shift() ?? "one id too many", ...options },
  );
  return {
    async run(step, context, isPreview = false) {
      // The roster draws its ids before the call first gives way, so concurrent calls do not mix them up.
      ids = idsOf(step, context);
      const result = await run(isPreview ? roster.preview : roster, step);
      return result.isOk() ? { done: { ...result.value } } : { refused: refusalOf(result.error) };
    },
    ask: (question, pageSize = 500) => ask(roster, question, pageSize),
  };
}

/** The ids and the time of a command. */
export function commandContext(label: string | number): CommandContext {
  return { operationId: `op-${label}`, freshId: `made-${label}`, organizationId: `made-org-${label}`, now };
}

function idsOf({ command, input }: Step, { organizationId, operationId, freshId }: CommandContext): string[] {
  const drawsOrganizationId = command === "createOrganization" && input.organizationId === undefined;
  return [...(drawsOrganizationId ? [organizationId] : []), operationId, freshId];
}

/** The error as it is. For invalid input only the paths, because the model does not know the messages. */
function refusalOf(error: RosterError): Readonly<Record<string, unknown>> {
  return error.code === "invalid_input"
    ? { code: error.code, paths: error.issues.map(({ path }) => path) }
    : { ...error };
}

async function ask(roster: AnyRoster, question: Question, pageSize: number): Promise<QueryAnswer> {
  switch (question.query) {
    case "getOrganization":
      return answerOf(await roster.getOrganization(question.input));
    case "getWorkspace":
      return answerOf(await roster.getWorkspace(question.input));
    case "access":
      return answerOf(await roster.access(question.input));
    case "can":
      return answerOf(await roster.can(question.input));
    case "accessMany":
      return answerOf(await roster.accessMany(question.input));
    case "listMembers":
    case "candidates":
    case "listWorkspaces":
    case "workspacesOf":
    case "listOrganizationMembers":
    case "events": {
      const items: unknown[] = [];
      for (const page of await walk(roster, question, pageSize)) {
        if (page.isErr()) return { refused: refusalOf(page.error) };
        items.push(...page.value.items);
      }
      return { items };
    }
  }
}

function answerOf(result: Result<unknown, RosterError>): QueryAnswer {
  return result.isOk() ? { value: result.value } : { refused: refusalOf(result.error) };
}
