import { err, ok, type Result } from "neverthrow";
import { organizationAuthority, findOrganization } from "../../domain/authority/organization-authority.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { Command } from "../../domain/values/command.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { CommandDefinition } from "./command-definition.ts";

/** A command that was sent under a key that is stored already. */
interface Resent<Parsed extends Command, Refusal> {
  readonly definition: CommandDefinition<Parsed, unknown, unknown, Refusal>;
  readonly command: Parsed;
  readonly context: DecisionContext;
  /** What the command needs, loaded together with the record under its key. */
  readonly facts: OrganizationFacts;
  /** Whether the record is of this very command by this very actor. */
  readonly isSame: boolean;
}

/**
 * What may be told under a used key: the stored outcome (ok), that the key is used (`"reused"`), or only the refusal that
 * the command would meet without its key (rules A5, A7).
 *
 * Who did it is told of it again, also if they lost the right since, perhaps by that very command. Who has left the
 * organization is a stranger.
 */
export function judgeUsedKey<Parsed extends Command, Refusal extends { readonly code: string }>({
  definition,
  command,
  context,
  facts,
  isSame,
}: Resent<Parsed, Refusal>): Result<null, Refusal | "reused"> {
  const actor = actorOf(definition, command);
  const isStranger = findOrganization(facts, actor).isErr();
  if (isSame && !isStranger) return ok(null);

  const decided = definition.decide(facts, command, context);
  const isTold = decided.isOk() || !(isStranger || isShutOut(decided.error, facts, actor));
  return err(isTold ? "reused" : decided.error);
}

/** Whether the actor was refused before they showed a right to anything. An organization's admins may know all of it. */
function isShutOut({ code }: { readonly code: string }, facts: OrganizationFacts, actor: Actor): boolean {
  if (code === "forbidden") return true;
  const isAboutPlace = code === "workspace_not_found" || code === "workspace_archived";
  return isAboutPlace && organizationAuthority(facts, actor) === null;
}

function actorOf<Parsed extends Command, Refusal>(
  { actorOf: named }: CommandDefinition<Parsed, unknown, unknown, Refusal>,
  command: Command & { readonly actor?: Actor },
): Actor {
  const actor = named === undefined ? command.actor : named(command as Parsed);
  if (actor === undefined) throw new Error("A command without an actor tells who issues it.");
  return actor;
}
