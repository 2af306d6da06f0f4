import { evolveOrganization } from "../organization/evolve-organization.ts";
import { evolveRoleAssignment } from "../role-assignment/evolve-role-assignment.ts";
import { evolveWorkspace } from "../workspace/evolve-workspace.ts";
import { type Draft, draftOf, settled } from "./draft.ts";
import type { RosterEvent } from "./event.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/**
 * The facts after a run of consecutive events of one organization. Folding all of its events from `noFacts` gives
 * exactly its tables.
 *
 * The one place that says what an event changes: a commit writes the difference between the facts before and after.
 * The revision counts commits, not events, and is left as it is.
 */
export function evolve(facts: OrganizationFacts, events: readonly RosterEvent[]): OrganizationFacts {
  const evolution = evolutionOf(facts);
  evolution.fold(events);
  return evolution.facts();
}

/** The same for a long run of events, which is folded piece by piece. */
export interface Evolution {
  /** Folds the events that follow those of before. */
  fold(events: readonly RosterEvent[]): void;
  /** What they come to. Once, at the end. */
  facts(): OrganizationFacts;
}

export function evolutionOf(facts: OrganizationFacts): Evolution {
  const draft = draftOf(facts);
  let { lastSequence, lastAt } = facts;
  return {
    fold(events) {
      for (const event of events) apply(draft, event);
      ({ sequence: lastSequence, at: lastAt } = events.at(-1) ?? { sequence: lastSequence, at: lastAt });
    },
    facts: () => ({ ...settled(draft), lastSequence, lastAt }),
  };
}

function apply(draft: Draft, event: RosterEvent): void {
  switch (event.type) {
    case "organization.created":
    case "organization.member.added":
    case "organization.member.role_changed":
    case "organization.member.profile_changed":
    case "organization.member.removed":
      return evolveOrganization(draft, event, event.at);
    case "workspace.created":
    case "workspace.updated":
    case "workspace.archived":
    case "workspace.restored":
      return evolveWorkspace(draft, event, event.at);
    case "workspace.member.added":
    case "workspace.member.role_changed":
    case "workspace.member.removed":
      return evolveRoleAssignment(draft, event, event.sequence);
  }
}
