import type { WorkspaceRoles } from "../workspace/workspace-roles.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { NewEvent, RosterEvent } from "./event.ts";
import type { OperationId } from "../values/ids.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import type { Policy } from "../values/policy.ts";

/** Everything that a decision may use besides the facts and the command: it reads no clock and creates no ids. */
export interface DecisionContext {
  /** ISO 8601 in UTC, milliseconds. */
  readonly now: string;
  readonly operationId: OperationId;
  /** The id for what the command creates if the command names none. */
  readonly freshId: string;
  /** The most users that one command takes. */
  readonly maxBatchSize: number;
  /** The most changes that one commit takes. */
  readonly maxCommitSize: number;
  readonly policy: Policy;
  readonly workspaceRoles: WorkspaceRoles;
}

/** The events to commit, and the outcome that the caller gets once they are committed. */
export interface Decision<Outcome> {
  readonly events: readonly RosterEvent[];
  readonly outcome: Outcome;
}

/** Adds to each event who did it, by what authority, when, and its place in the organization's sequence. */
export function stampEvents(
  newEvents: readonly NewEvent[],
  facts: OrganizationFacts,
  by: { readonly actor: Actor; readonly authority: Authority },
  { now, operationId }: DecisionContext,
): readonly RosterEvent[] {
  const { organizationId, lastSequence } = facts;
  return newEvents.map((event, index) => ({
    organizationId,
    sequence: lastSequence + 1 + index,
    operationId,
    actor: by.actor,
    authority: by.authority,
    at: now,
    ...event,
  }));
}
