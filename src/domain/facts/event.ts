import type { OrganizationEvent } from "../organization/organization-events.ts";
import type { RoleAssignmentEvent } from "../role-assignment/role-assignment-events.ts";
import type { WorkspaceEvent } from "../workspace/workspace-events.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { OperationId, OrganizationId } from "../values/ids.ts";

/** The fields that every event has besides its own. */
export interface EventEnvelope {
  readonly organizationId: OrganizationId;
  /** The event's place in its organization: 1, 2, 3 … without gaps, in commit order. */
  readonly sequence: number;
  readonly operationId: OperationId;
  readonly actor: Actor;
  readonly authority: Authority;
  /** When the command was decided: ISO 8601 in UTC, milliseconds. Never earlier than the previous event. */
  readonly at: string;
}

/** An event as a decision creates it, without the envelope. */
export type NewEvent = OrganizationEvent | WorkspaceEvent | RoleAssignmentEvent;

/** An event as it is stored: one for each affected user, written in the same commit as the change. */
export type RosterEvent = EventEnvelope & (OrganizationEvent | WorkspaceEvent | RoleAssignmentEvent);
