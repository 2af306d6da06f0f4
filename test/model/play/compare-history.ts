import { isDeepStrictEqual } from "node:util";
import assert from "node:assert/strict";
import type { RosterStorage } from "../../../src/storage.ts";
import type { Step } from "../../support/property/step.ts";
import { answerQuestion } from "../rules/answer-question.ts";
import { allQuestions } from "./all-questions.ts";
import { organizationIds, userIds } from "../generate/values.ts";
import type { Move } from "../generate/history.ts";
import { commandContext, realRoster } from "./real-roster.ts";
import { resolve, resolveQuestion } from "./resolve.ts";
import { runCommand } from "../rules/run-command.ts";
import type { QueryAnswer } from "../rules/question.ts";
import { type CommandAnswer, emptyWorld, type Settings, type Fields } from "../rules/world.ts";

/** A history to be played by the roster and by the model. */
export interface History {
  readonly settings: Settings;
  readonly moves: readonly Move[];
  /** By whom, beside a system, everything is read at the end. */
  readonly readers: readonly string[];
}

/** Plays the history on both sides; fails at the first answer that differs. `saw` is told every answer. */
export async function compareHistory(
  storage: RosterStorage,
  { settings, moves, readers }: History,
  saw: (what: string) => void = () => undefined,
): Promise<void> {
  const roster = realRoster(storage, settings);
  let world = emptyWorld(settings);
  const keyed: Step[] = [];

  for (const [index, move] of moves.entries()) {
    if (move.kind === "question") {
      const question = resolveQuestion(move.question, world);
      const expected = answerQuestion(world, question);
      same(await roster.ask(question, move.pageSize), expected, question);
      tell(saw, question.query, expected);
      continue;
    }
    const step = move.kind === "again" ? keyed.at(-1 - move.newest) : resolve(move.step, world);
    if (step === undefined) continue;
    if (step.input.idempotencyKey !== undefined) keyed.push(step);
    const isPreview = move.kind === "command" && move.isPreview;
    const given = commandContext(index);
    const ran = runCommand(world, step, given);
    same(await roster.run(step, given, isPreview), ran.answer, step);
    tell(saw, step.command, ran.answer);
    if (!isPreview) world = ran.world;
  }

  for (const organizationId of organizationIds) {
    const workspaceIds = [...(world.organizations.get(organizationId)?.workspaces.keys() ?? []), "nowhere"];
    for (const question of allQuestions({ organizationId, workspaceIds, userIds, readers })) {
      same(await roster.ask(question), answerQuestion(world, question), question);
    }
  }
}

function same(actual: unknown, expected: unknown, what: unknown): void {
  // The comparison that explains itself is slow, so it only runs where there is something to explain.
  if (isDeepStrictEqual(actual, expected)) return;
  assert.deepStrictEqual({ what, answer: actual }, { what, answer: expected });
}

/** Tells the name with each code of the answer, and the code alone. */
function tell(saw: (what: string) => void, name: string, answer: CommandAnswer | QueryAnswer): void {
  const codes = "refused" in answer ? [codeOf(answer.refused)] : "done" in answer ? codesIn(answer.done) : [];
  saw(name);
  for (const code of codes) [code, `${name}: ${code}`].forEach(saw);
}

function codesIn({ rejected, replayed }: Fields): readonly string[] {
  const rejections = (rejected ?? []) as readonly unknown[];
  return [...rejections.map(codeOf), ...(replayed === true ? ["replayed"] : [])];
}

function codeOf(refusal: unknown): string {
  return String((refusal as { readonly code: unknown }).code);
}
