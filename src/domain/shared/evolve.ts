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
  const draft = draftOf(facts);
  for (const event of events) apply(draft, event);
  const { sequence, at } = events.at(-1) ?? { sequence: facts.lastSequence, at: facts.lastAt };
  return { ...settled(draft), lastSequence: sequence, lastAt: at };
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
