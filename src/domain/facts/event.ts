import type { OrganizationEvent } from "../organization/organization-events.ts";
import type { RoleAssignmentEvent } from "../role-assignment/role-assignment-events.ts";
import type { WorkspaceEvent } from "../workspace/workspace-events.ts";
import type { Actor, Authority } from "../values/actor.ts";
import type { OperationId, OrganizationId } from "../values/ids.ts";

/** What every event carries beside its own facts. */
export interface EventEnvelope {
  readonly organizationId: OrganizationId;
  /** 1, 2, 3 … without a gap within the organization, in the order of the commits. */
  readonly sequence: number;
  readonly operationId: OperationId;
  readonly actor: Actor;
  readonly authority: Authority;
  /** When the command was decided, and never before the event that precedes it: ISO 8601 in UTC, milliseconds. */
  readonly at: string;
}

/** One thing that happened, as a decision states it. */
export type NewEvent = OrganizationEvent | WorkspaceEvent | RoleAssignmentEvent;

/** One thing that happened, as it is stored: one event per user affected, written in the commit that made it true. */
export type RosterEvent = EventEnvelope & NewEvent;

/** The `type` of an event. */
export type RosterEventType = RosterEvent["type"];
