import fc from "fast-check";
import type { Step } from "../../support/commands/step.ts";
import { beginnings } from "./beginnings.ts";
import * as values from "./values.ts";
import { anyQuestion } from "./questions.ts";
import { anyCommand } from "./commands.ts";
import type { Question } from "../rules/question.ts";
import type { Settings } from "../rules/world.ts";
import { anySettings } from "./settings.ts";

/** One step of a history: a command, a resend or a query. */
export type Move =
  | { readonly kind: "command"; readonly step: Step; readonly isPreview: boolean }
  /** Sends a command with an idempotency key again; 0 for the newest. */
  | { readonly kind: "again"; readonly newest: number }
  | { readonly kind: "question"; readonly question: Question; readonly pageSize: number };

/** A history for the roster and for the model. */
export interface History {
  readonly settings: Settings;
  readonly moves: readonly Move[];
  /** Read everything at the end, as a system does too. */
  readonly readers: readonly string[];
}

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

/** A history with up to `longest` steps. */
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
