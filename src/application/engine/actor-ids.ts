import type { Actor } from "../../domain/values/actor.ts";
import type { UserId } from "../../domain/values/ids.ts";

/** The user behind the actor, as a list to spread; a system is no user. */
export function actorIds(actor: Actor): readonly UserId[] {
  return "userId" in actor ? [actor.userId] : [];
}
