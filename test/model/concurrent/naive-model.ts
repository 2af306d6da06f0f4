import { isDeepStrictEqual } from "node:util";
import { someTime } from "../../../src/testing/builders/records.ts";
import type { Cast } from "../../../src/testing/histories/ending.ts";
import type { HistoryModel } from "../../../src/testing/histories/history-model.ts";
import { historySettings } from "../../../src/testing/histories/play-history.ts";
import { setStage, stageOperations } from "../../../src/testing/histories/stage.ts";
import type { Answer, Issued } from "../../../src/testing/reference/operation.ts";
import { freshIdOf } from "../../../src/testing/reference/run-command.ts";
import { plainText } from "../../../src/testing/text/plain-text.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import type { Step } from "../../support/commands/step.ts";
import { allQuestions } from "../play/all-questions.ts";
import { realRoster } from "../play/real-roster.ts";
import { answerQuestion } from "../rules/answer-question.ts";
import type { Question } from "../rules/question.ts";
import { runCommand } from "../rules/run-command.ts";
import { type CommandContext, emptyWorld, type Settings, type World } from "../rules/world.ts";

/** The naive model of the rules, which shares no code with the core that the published contract compares with. */
export const naiveModel: HistoryModel<World> = {
  async setStage(storage, organizationId, extraUserIds = []) {
    const { facts } = await setStage(storage, organizationId, extraUserIds);
    const world = stageIn(emptyWorld(settingsOn(storage)), organizationId, extraUserIds);
    const organization = world.organizations.get(organizationId);
    // The stage is stored in fewer commits than it has commands.
    if (organization !== undefined) organization.revision = facts.revision;
    return world;
  },

  apply(world, operation) {
    if (!isCommand(operation)) return { state: world, answer: queryAnswer(world, operation) };
    const { name, input, operationId } = operation;
    const run = runCommand(world, { command: name, input } as Step, contextOf(operationId));
    return { state: run.world, answer: answerWith(run.answer as Answer["value"]) };
  },

  isSame: (left, right) => isDeepStrictEqual(left.value, right.value),

  /** The events determine everything except which commands without an event were stored. */
  keyOf: ({ organizations }) =>
    JSON.stringify([...organizations.values()].map(({ revision, events, keys }) => [revision, events, [...keys]])),

  async readEnding(storage, organizationId, cast) {
    const roster = realRoster(storage, settingsOn(storage));
    const answers: unknown[] = [];
    for (const question of questionsAbout(organizationId, cast)) answers.push([question, await roster.ask(question)]);
    return plainText(answers);
  },

  expectedEnding(world, cast) {
    const [organizationId = ""] = world.organizations.keys();
    return plainText(
      questionsAbout(organizationId, cast).map((question) => [question, answerQuestion(world, question)]),
    );
  },
};

type Query = Extract<Issued, { readonly name: Question["query"] }>;

const queryNames: ReadonlySet<string> = new Set<Question["query"]>([
  "access",
  "accessMany",
  "can",
  "candidates",
  "events",
  "getOrganization",
  "getWorkspace",
  "listMembers",
  "listOrganizationMembers",
  "listWorkspaces",
  "workspacesOf",
]);

/** Whether the operation may change something. */
export function isCommand(operation: Issued): operation is Exclude<Issued, Query> {
  return !queryNames.has(operation.name);
}

function queryAnswer(world: World, { name, input }: Issued): Answer {
  const answer = answerQuestion(world, { query: name, input } as Question);
  if ("refused" in answer) return answerWith({ refused: answer.refused as { readonly code: string } });
  // Every list of a history fits on one page.
  return answerWith({ done: "items" in answer ? { items: answer.items, next: null } : answer.value });
}

function answerWith(value: Answer["value"]): Answer {
  return { value, text: plainText(value) };
}

function stageIn(world: World, organizationId: string, extraUserIds: readonly string[]): World {
  const owner = { userId: "ada", displayName: "Ada" };
  const founding: Step = { command: "createOrganization", input: { organizationId, name: "Organization", owner } };
  const rest = stageOperations(organizationId, extraUserIds).map(
    ({ name, input }) => ({ command: name, input }) as Step,
  );
  return [founding, ...rest].reduce(
    (before, step, index) => runCommand(before, step, contextOf(`stage-${index}`)).world,
    world,
  );
}

function contextOf(operationId: string): CommandContext {
  return { operationId, freshId: freshIdOf(operationId), organizationId: "", now: someTime };
}

function settingsOn(storage: RosterStorage): Settings {
  const { policy, workspaceRoles, maxBatchSize } = historySettings(storage);
  return { label: "concurrent", policy, roles: workspaceRoles, maxBatchSize };
}

function questionsAbout(organizationId: string, { userIds, workspaceIds }: Cast): readonly Question[] {
  return allQuestions({ organizationId, userIds, workspaceIds, readers: [] });
}
