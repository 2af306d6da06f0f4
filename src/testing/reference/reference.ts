import { type OrganizationFacts, noFacts } from "../../domain/facts/organization-facts.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Facts } from "../../application/ports/need.ts";
import { factsWith, sortedFacts } from "../expectations.ts";

/**
 * One organization as it is when nobody else is there: what the pure core makes of one command after the other.
 *
 * Knows no store: all facts are in one immutable value, and a command is decided and folded in without a wait.
 */
export interface Reference {
  readonly facts: OrganizationFacts;
  readonly events: readonly RosterEvent[];
  /** What was stored under the callers' keys. */
  readonly commands: ReadonlyMap<string, { readonly fingerprint: string; readonly outcome: object }>;
  /** The operations that were committed, in order; equal for equal references of one beginning. */
  readonly committed: string;
}

export function emptyReference(organizationId: OrganizationId): Reference {
  return { facts: noFacts(organizationId), events: [], commands: new Map(), committed: "" };
}

/** What a store would load that is asked for everything. */
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
