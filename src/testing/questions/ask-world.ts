import assert from "node:assert/strict";
import type { Need } from "../../application/ports/need.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { equal, factsWith } from "../expectations.ts";
import { plainText } from "../text/plain-text.ts";
import { answerNeed } from "./answer-need.ts";
import { askEvents } from "./ask-events.ts";
import { askLists } from "./ask-lists.ts";
import { askLoad, needsFor } from "./ask-load.ts";
import type { Question } from "./question.ts";
import type { OrganizationRows } from "./rows.ts";
import { vocabularyOf } from "./vocabulary.ts";
import type { World } from "./world.ts";

/** How many wrong answers a failure shows. */
const mostShown = 3;
/** How many questions are under way at once, so that a store on a server is not asked one by one. */
const mostAtOnce = 8;

/** Every question that the port can be asked about these rows. */
export function questionsAbout(
  { organizations, ask: chosen, places, most: usual = 16, wholeOnly = false }: World,
  all: readonly OrganizationRows[],
): readonly Question[] {
  return all.flatMap((rows, index) => {
    const ask = { ...vocabularyOf(rows, all), ...chosen };
    const most = organizations[index]?.most ?? usual;
    const every = needsFor(ask, most);
    const needs = every.filter((need) => !isLarge(rows, need));
    const asked = { rows, ask, needs, places, most, wholeOnly };
    return [...askLists(asked), ...askEvents(asked), ...askLoad(rows, needs)];
  });
}

/** A thousand rows of facts show nothing that a few do not. */
function isLarge(rows: OrganizationRows, need: Need): boolean {
  const { members, assignments } = answerNeed(rows, need, factsWith({}));
  return members.length + assignments.length > 150;
}

/** Asks everything, and fails with the first wrong answers of all. */
export async function askAll(storage: RosterStorage, questions: readonly Question[]): Promise<void> {
  const wrong: string[] = [];
  for (let start = 0; start < questions.length; start += mostAtOnce) {
    const asked = questions.slice(start, start + mostAtOnce).map(async (question) => {
      const { actual, expected } = await question.answers(storage);
      const problem = differenceOf(actual, expected);
      if (problem !== null) wrong.push(`${plainText(question.asks)}\n${problem}`);
    });
    await Promise.all(asked);
  }
  if (wrong.length === 0) return;
  const shown = wrong.slice(0, mostShown).join("\n\n");
  throw new assert.AssertionError({
    message: `${wrong.length} of ${questions.length} answers are wrong. The first are these.\n\n${shown}`,
  });
}

function differenceOf(actual: object, expected: object): string | null {
  try {
    equal(actual, expected);
    return null;
  } catch (failure) {
    return (failure as Error).message;
  }
}
