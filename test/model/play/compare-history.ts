import { isDeepStrictEqual } from "node:util";
import assert from "node:assert/strict";
import type { RosterStorage } from "../../../src/storage.ts";
import type { Step } from "../../support/commands/step.ts";
import { answerQuestion } from "../rules/answer-question.ts";
import { allQuestions } from "./all-questions.ts";
import { organizationIds, userIds } from "../generate/values.ts";
import type { History } from "../generate/history.ts";
import { commandContext, realRoster } from "./real-roster.ts";
import { withoutPlaceholders } from "../../support/commands/placeholders.ts";
import { surroundingsIn } from "./surroundings.ts";
import { runCommand } from "../rules/run-command.ts";
import type { QueryAnswer, Question } from "../rules/question.ts";
import { type CommandAnswer, emptyWorld, type Fields, type World } from "../rules/world.ts";

/** Plays the history on the roster and on the model. Fails at the first answer that differs. `count` receives each command, query and code. */
export async function compareHistory(
  storage: RosterStorage,
  { settings, moves, readers }: History,
  count: (name: string) => void = () => undefined,
): Promise<void> {
  const roster = realRoster(storage, settings);
  let world = emptyWorld(settings);
  const keyed: Step[] = [];

  for (const [index, move] of moves.entries()) {
    if (move.kind === "question") {
      const question = resolved(move.question, world);
      const expected = answerQuestion(world, question);
      expectSame(await roster.ask(question, move.pageSize), expected, question);
      countCodes(count, question.query, expected);
      continue;
    }
    const step = move.kind === "again" ? keyed.at(-1 - move.newest) : resolved(move.step, world);
    if (step === undefined) continue;
    if (step.input.idempotencyKey !== undefined) keyed.push(step);
    const isPreview = move.kind === "command" && move.isPreview;
    const context = commandContext(index);
    const ran = runCommand(world, step, context);
    expectSame(await roster.run(step, context, isPreview), ran.answer, step);
    countCodes(count, step.command, ran.answer);
    if (!isPreview) world = ran.world;
  }

  for (const organizationId of organizationIds) {
    const workspaceIds = [...(world.organizations.get(organizationId)?.workspaces.keys() ?? []), "nowhere"];
    for (const question of allQuestions({ organizationId, workspaceIds, userIds, readers })) {
      expectSame(await roster.ask(question), answerQuestion(world, question), question);
    }
  }
}

function resolved<Drawn extends Step | Question>(drawn: Drawn, world: World): Drawn {
  const { input } = drawn;
  return { ...drawn, input: withoutPlaceholders(input, surroundingsIn(world, input.organizationId)) };
}

function expectSame(actual: unknown, expected: unknown, what: unknown): void {
  // The comparison that explains a difference is slow, so it runs only if there is one.
  if (isDeepStrictEqual(actual, expected)) return;
  assert.deepStrictEqual({ what, answer: actual }, { what, answer: expected });
}

/** Counts the command or query, each code of its answer, and both together. */
function countCodes(count: (name: string) => void, name: string, answer: CommandAnswer | QueryAnswer): void {
  const codes = "refused" in answer ? [codeOf(answer.refused)] : "done" in answer ? codesIn(answer.done) : [];
  count(name);
  for (const code of codes) [code, `${name}: ${code}`].forEach(count);
}

function codesIn({ rejected, replayed }: Fields): readonly string[] {
  const rejections = (rejected ?? []) as readonly unknown[];
  return [...rejections.map(codeOf), ...(replayed === true ? ["replayed"] : [])];
}

function codeOf(refusal: unknown): string {
  return String((refusal as { readonly code: unknown }).code);
}
