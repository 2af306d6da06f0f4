import { isDeepStrictEqual } from "node:util";
import { answerQuestion } from "../rules/answer-question.ts";
import { stageScope } from "./client-stage.ts";
import type { ClientCall, ClientOperation } from "./client-operation.ts";
import { allQuestions } from "../play/all-questions.ts";
import { serialOrder } from "../../../src/testing/histories/history-checker.ts";
import type { Question, QueryAnswer } from "../rules/question.ts";
import type { RealRoster } from "../play/real-roster.ts";
import { runCommand } from "../rules/run-command.ts";
import type { CommandAnswer, World } from "../rules/world.ts";

/** What the store shows when all is over: the answers to questions about everything. */
export type Ending = readonly (readonly [Question, QueryAnswer])[];

/** Asks about everything that the history may have been about. */
export async function endingOf(roster: RealRoster, organizationId: string): Promise<Ending> {
  const ending: (readonly [Question, QueryAnswer])[] = [];
  for (const question of allQuestions(stageScope(organizationId))) ending.push([question, await roster.ask(question)]);
  return ending;
}

/** Whether the naive model, asked call by call in some order that respects time, gives all the answers and the ending. */
export function isExplained(calls: readonly ClientCall[], beginning: World, ending: Ending): boolean {
  const order = serialOrder<World, ClientOperation, CommandAnswer | QueryAnswer>(calls, {
    initial: beginning,
    apply(world, operation) {
      if (operation.kind === "question") return { state: world, answer: answerQuestion(world, operation.question) };
      const ran = runCommand(world, operation.step, operation.given);
      return { state: ran.world, answer: ran.answer };
    },
    isSame: isDeepStrictEqual,
    keyOf,
    isFinal: (world) => ending.every(([question, reply]) => isDeepStrictEqual(answerQuestion(world, question), reply)),
  });
  return order !== null;
}

/** The events tell everything but which commands without an event were kept. */
function keyOf({ organizations }: World): string {
  return JSON.stringify([...organizations.values()].map(({ revision, events, keys }) => [revision, events, [...keys]]));
}
