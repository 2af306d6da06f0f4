import type { Result, ResultAsync } from "neverthrow";
import type { Actor } from "../../domain/values/actor.ts";
import type { Command } from "../../domain/values/command.ts";
import type { Decision, DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { Need } from "../ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../ports/roster-storage.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { CommandContext } from "./runtime.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

/** One command of the library: how it is parsed, what it needs to know, and how it is decided. */
export interface CommandDefinition<Parsed extends Command, Outcome, ParseRefusal, Refusal> {
  /** Part of the fingerprint: one idempotency key cannot serve two commands. */
  readonly name: string;
  /** Makes the parser once per roster. */
  parser(door: ParserContext): (input: unknown) => Result<Parsed, ParseRefusal>;
  /** Who issues the command, for one that names no actor. */
  readonly actorOf?: (command: Parsed) => Actor;
  /** Reads what never changes and tells what else is needed; only for a command that names a past operation. */
  readonly prepare?: (
    command: Parsed,
    storage: RosterStorage,
    options: StorageCallOptions,
  ) => ResultAsync<Parsed, StorageError>;
  need(command: Parsed, context: CommandContext): Partial<Need>;
  /** Whether its commit may carry more changes than others: somebody who leaves must always be able to (rule M2). */
  readonly isUnbounded?: (command: Parsed) => boolean;
  decide(facts: OrganizationFacts, command: Parsed, context: DecisionContext): Result<Decision<Outcome>, Refusal>;
}
