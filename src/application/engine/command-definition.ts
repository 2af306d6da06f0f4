import type { Result, ResultAsync } from "neverthrow";
import type { Actor } from "../../domain/values/actor.ts";
import type { Command } from "../../domain/values/command.ts";
import type { Decision, DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { Need } from "../ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../ports/roster-storage.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { CommandContext } from "./runtime.ts";
import type { ParserContext } from "../schemas/parse-input.ts";

/** A command of the library: how it is parsed, which facts it needs, and how it is decided. */
export interface CommandDefinition<Parsed extends Command, Outcome, ParseRefusal, Refusal> {
  /** Part of the fingerprint: one idempotency key cannot serve two commands. */
  readonly name: string;
  /** Returns the parser. Called once per roster. */
  parser(context: ParserContext): (input: unknown) => Result<Parsed, ParseRefusal>;
  /** The actor of a command that has no `actor` field. */
  readonly actorOf?: (command: Parsed) => Actor;
  /** Reads events, which never change, before the need is known. Only for a command about a past operation. */
  readonly prepare?: (
    command: Parsed,
    storage: RosterStorage,
    options: StorageCallOptions,
  ) => ResultAsync<Parsed, StorageError>;
  need(command: Parsed, context: CommandContext): Partial<Need>;
  /** Whether the commit may exceed the limit of changes: removing a single user must always be possible (rule M2). */
  readonly isUnbounded?: (command: Parsed) => boolean;
  decide(facts: OrganizationFacts, command: Parsed, context: DecisionContext): Result<Decision<Outcome>, Refusal>;
}
