import { evolveOrganizationCreated, evolveOrganizationMemberAdded } from "../organization/evolve-organization.ts";
import { evolveWorkspaceMemberAdded } from "../role-assignment/evolve-role-assignment.ts";
import { evolveWorkspaceCreated } from "../workspace/evolve-workspace.ts";
import { type Draft, draftOf } from "./draft.ts";
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
  const draft = draftOf(facts);
  for (const event of events) apply(draft, event);
  return { ...facts, ...draft, lastSequence: events.at(-1)?.sequence ?? facts.lastSequence };
}

function apply(draft: Draft, event: RosterEvent): void {
  switch (event.type) {
    case "organization.created":
      return evolveOrganizationCreated(draft, event, event.at);
    case "organization.member.added":
      return evolveOrganizationMemberAdded(draft, event);
    case "workspace.created":
      return evolveWorkspaceCreated(draft, event, event.at);
    case "workspace.member.added":
      return evolveWorkspaceMemberAdded(draft, event, event.sequence);
  }
}
