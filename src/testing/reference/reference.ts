import { type OrganizationFacts, noFacts } from "../../domain/facts/organization-facts.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Facts } from "../../application/ports/need.ts";
import { factsWith, sortedFacts } from "../expectations.ts";

/**
 * One organization that one caller at a time uses: the result of applying the pure core to one command after the other.
 *
 * It has no store. All facts are one immutable value, and a command is decided and applied synchronously.
 */
export interface Reference {
  readonly facts: OrganizationFacts;
  readonly events: readonly RosterEvent[];
  /** The records of commands, by idempotency key. */
  readonly commands: ReadonlyMap<string, { readonly fingerprint: string; readonly outcome: object }>;
  /** The ids of the committed operations in order. Equal for equal states that began alike. */
  readonly committed: string;
}

export function emptyReference(organizationId: OrganizationId): Reference {
  return { facts: noFacts(organizationId), events: [], commands: new Map(), committed: "" };
}

/** The facts that a store returns if everything is asked for. */
export function everythingOf({ facts }: Reference): Facts {
  const { revision, lastSequence, lastAt, organization, members, workspaces, assignments } = facts;
  return sortedFacts(
    factsWith({
      revision,
      lastSequence,
      lastAt,
      organization,
      members: [...members.values()],
      workspaces: [...workspaces.values()],
      assignments: [...assignments.values()],
    }),
  );
}
