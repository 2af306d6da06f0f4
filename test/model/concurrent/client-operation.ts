import type { Step } from "../../support/commands/step.ts";
import type { Call } from "../../../src/testing/histories/history-checker.ts";
import type { Question, QueryAnswer } from "../rules/question.ts";
import type { CommandAnswer, CommandContext } from "../rules/world.ts";

/** What one client of a concurrent history does: a command with the ids that it may use, or a query. */
export type ClientOperation =
  | { readonly kind: "command"; readonly step: Step; readonly given: CommandContext }
  | { readonly kind: "question"; readonly question: Question };

/** The same before it is known which client does it, as data to draw. */
export type PlannedOperation =
  { readonly kind: "command"; readonly step: Step } | { readonly kind: "question"; readonly question: Question };

export type ClientCall = Call<ClientOperation, CommandAnswer | QueryAnswer>;
