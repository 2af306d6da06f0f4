import fc from "fast-check";
import type { Step } from "../../support/commands/step.ts";
import { beginnings } from "./beginnings.ts";
import type { History } from "../play/compare-history.ts";
import * as values from "./values.ts";
import { anyQuestion } from "./questions.ts";
import { anyCommand } from "./commands.ts";
import type { Question } from "../rules/question.ts";
import { anySettings } from "./settings.ts";

/** One thing that somebody does, as data. */
export type Move =
  | { readonly kind: "command"; readonly step: Step; readonly isPreview: boolean }
  /** The newest command with an idempotency key, or one before it, is sent again. */
  | { readonly kind: "again"; readonly newest: number }
  | { readonly kind: "question"; readonly question: Question; readonly pageSize: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: anyCommand.map((step) => commandOf(step)) },
  { weight: 1, arbitrary: anyCommand.map((step) => commandOf(step, true)) },
  { weight: 1, arbitrary: fc.nat(2).map((newest): Move => ({ kind: "again", newest })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ question: anyQuestion, pageSize: fc.constantFrom(500, 1, 2, 3) })
      .map((asked): Move => ({ kind: "question", ...asked })),
  },
);

/** A host and up to so many commands and queries there. */
export function historyOf(longest: number): fc.Arbitrary<History> {
  return fc
    .record({
      settings: anySettings,
      beginning: fc.constantFrom(...beginnings),
      moves: fc.array(move, { minLength: 1, maxLength: longest, size: "max" }),
      readers: fc.uniqueArray(fc.constantFrom<string>(...values.userIds), { maxLength: 2, size: "max" }),
    })
    .map(({ beginning, moves, ...rest }) => ({
      ...rest,
      moves: [...beginning.map((step) => commandOf(step)), ...moves],
    }));
}

function commandOf(step: Step, isPreview = false): Move {
  return { kind: "command", step, isPreview };
}
