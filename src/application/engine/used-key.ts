import { err, ok, type Result } from "neverthrow";
import { organizationAuthority, findOrganization } from "../../domain/authority/organization-authority.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { Command } from "../../domain/values/command.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { CommandDefinition } from "./command-definition.ts";

/** A command sent under a key that is already stored. */
interface Resent<Parsed extends Command, Refusal> {
  readonly definition: CommandDefinition<Parsed, unknown, unknown, Refusal>;
  readonly command: Parsed;
  readonly context: DecisionContext;
  /** The facts that the command needs, loaded together with the record. */
  readonly facts: OrganizationFacts;
  /** Whether the record belongs to the same command by the same actor. */
  readonly isSame: boolean;
}

/**
 * What the caller may learn about a used key: the stored outcome (ok), that the key is used (`"reused"`), or only the
 * refusal that the command would get without its key (rules A5, A7).
 *
 * The actor who ran the command gets its outcome again, even if they have lost the permission since, perhaps by that
 * command. An actor who has left the organization is a stranger.
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
  const mayKnow = decided.isOk() || !(isStranger || isUnauthorized(decided.error, facts, actor));
  return err(mayKnow ? "reused" : decided.error);
}

/** Whether the actor was refused before they showed any permission. Organization admins may know everything in it. */
function isUnauthorized({ code }: { readonly code: string }, facts: OrganizationFacts, actor: Actor): boolean {
  if (code === "forbidden") return true;
  const isAboutPlace = code === "workspace_not_found" || code === "workspace_archived";
  return isAboutPlace && organizationAuthority(facts, actor) === null;
}

function actorOf<Parsed extends Command, Refusal>(
  definition: CommandDefinition<Parsed, unknown, unknown, Refusal>,
  command: Command & { readonly actor?: Actor },
): Actor {
  const actor = definition.actorOf === undefined ? command.actor : definition.actorOf(command as Parsed);
  if (actor === undefined) throw new Error(`${definition.name} has no actor and defines no actorOf.`);
  return actor;
}
