import type { WorkspaceRoles } from "../workspace/workspace-roles.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { NewEvent, RosterEvent } from "./event.ts";
import type { OperationId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import type { Policy } from "../values/policy.ts";

/** All that a decision may know beside the facts and the command: it reads no clock and draws no ids. */
export interface DecisionContext {
  /** ISO 8601 in UTC, milliseconds. */
  readonly now: string;
  readonly operationId: OperationId;
  /** For what the command creates without naming an id. */
  readonly freshId: string;
  /** The most users that one commit of the store takes. */
  readonly maxBatchSize: number;
  /** The most changes that one commit of the store carries. */
  readonly maxCommitSize: number;
  readonly policy: Policy;
  readonly workspaceRoles: WorkspaceRoles;
}

/** What is to happen, and what the caller is told once it has. */
export interface Decision<Outcome> {
  readonly events: readonly RosterEvent[];
  readonly outcome: Outcome;
}

/** Stamps what happens with who did it, by what right, when, and its place in the organization's sequence. */
export function eventsOf(
  happenings: readonly NewEvent[],
  facts: OrganizationFacts,
  by: { readonly actor: Actor; readonly authority: Authority },
  { now, operationId }: DecisionContext,
): readonly RosterEvent[] {
  const { organizationId, lastSequence } = facts;
  return happenings.map((happening, index) => ({
    organizationId,
    sequence: lastSequence + 1 + index,
    operationId,
    actor: by.actor,
    authority: by.authority,
    at: now,
    ...happening,
  }));
}
