import { evolveOrganization, evolveOrganizationMember } from "../organization/evolve-organization.ts";
import { evolveRoleAssignment, assignmentKey } from "../role-assignment/role-assignment.ts";
import type { RoleAssignmentEvent } from "../role-assignment/role-assignment-events.ts";
import { evolveWorkspace } from "../workspace/evolve-workspace.ts";
import type { WorkspaceEvent } from "../workspace/workspace-events.ts";
import type { Workspace } from "../workspace/workspace.ts";
import {
  assignmentsOf,
  changeActiveWorkspaceCount,
  changeRoleCount,
  type Draft,
  draftOf,
  membersOf,
  factsOf,
  workspacesOf,
} from "./draft.ts";
import type { RosterEvent } from "./event.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/**
 * Returns the facts after consecutive events of one organization. Folding all of its events, starting from `noFacts`,
 * gives exactly what its tables hold.
 *
 * This is the only place that says what an event changes: a commit writes the difference between the facts before and
 * after. `revision` stays unchanged, because it counts commits, not events. Throws if an event does not fit the facts,
 * for example if it changes a member who is not among them.
 */
export function evolve(facts: OrganizationFacts, events: readonly RosterEvent[]): OrganizationFacts {
  const evolution = evolutionOf(facts);
  evolution.fold(events);
  return evolution.facts();
}

/** The same for many events, which are folded in slices. */
export interface Evolution {
  /** Folds the next events. */
  fold(events: readonly RosterEvent[]): void;
  /** The facts after all of them. Call it once, at the end. */
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
    facts: () => ({ ...factsOf(draft), lastSequence, lastAt }),
  };
}

function apply(draft: Draft, event: RosterEvent): void {
  switch (event.type) {
    case "organization.created":
    case "organization.updated":
    case "organization.unowned":
      draft.organization = evolveOrganization(draft.organization, event, event.at);
      return;
    case "organization.member.added":
    case "organization.member.role_changed":
    case "organization.member.profile_changed":
    case "organization.member.removed": {
      draft.organization = evolveOrganization(draft.organization, event, event.at);
      const members = membersOf(draft);
      return put(members, event.userId, evolveOrganizationMember(members.get(event.userId), event));
    }
    case "workspace.created":
    case "workspace.updated":
    case "workspace.archived":
    case "workspace.restored":
      return applyToWorkspace(draft, event);
    case "workspace.member.added":
    case "workspace.member.role_changed":
    case "workspace.member.removed":
      return applyToAssignment(draft, event);
  }
}

function applyToWorkspace(draft: Draft, event: RosterEvent & WorkspaceEvent): void {
  const workspaces = workspacesOf(draft);
  const before = workspaces.get(event.workspaceId);
  const after = evolveWorkspace(before, event, event.at);
  workspaces.set(event.workspaceId, after);
  changeActiveWorkspaceCount(draft, activeCount(after) - activeCount(before));
}

function applyToAssignment(draft: Draft, event: RosterEvent & RoleAssignmentEvent): void {
  const { workspaceId, userId, role } = event;
  put(assignmentsOf(draft), assignmentKey(workspaceId, userId), evolveRoleAssignment(event, event.sequence));
  if (event.type === "workspace.member.removed") return changeRoleCount(draft, workspaceId, role, -1);
  if (event.type === "workspace.member.role_changed") changeRoleCount(draft, workspaceId, event.previousRole, -1);
  changeRoleCount(draft, workspaceId, role, 1);
}

function put<Key, Value>(table: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) table.delete(key);
  else table.set(key, value);
}

function activeCount(workspace: Workspace | undefined): number {
  return workspace?.status === "active" ? 1 : 0;
}
