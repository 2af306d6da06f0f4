import type { RosterEvent } from "../domain/facts/event.ts";

/** A CloudEvents 1.0 event in JSON form. */
export interface RosterCloudEvent {
  readonly specversion: "1.0";
  /** Unique within the source: the event's sequence. */
  readonly id: string;
  readonly source: string;
  /** Such as `workspace-roster.workspace.member.added`. */
  readonly type: string;
  /**
   * What the event is about: `workspaces/W`, `users/U` or `workspaces/W/users/U`, with percent-encoded ids; absent if it is
   * about the organization.
   */
  readonly subject?: string;
  /** The `at` of the event: ISO 8601 in UTC, milliseconds. */
  readonly time: string;
  readonly datacontenttype: "application/json";
  /** The event's sequence as 16 decimal digits, so that consumers can sort by it as text (Sequence extension). */
  readonly sequence: string;
  readonly data: RosterEvent;
}

/**
 * Returns the event as a CloudEvent (CloudEvents 1.0, cloudevents.io/spec v1.0.2). `source` and `id` are the same at
 * every delivery, so a consumer can recognize duplicates.
 */
export function toCloudEvent(event: RosterEvent): RosterCloudEvent {
  const subject = subjectOf(event);
  return {
    specversion: "1.0",
    id: String(event.sequence),
    source: `/workspace-roster/organizations/${encodeURIComponent(event.organizationId)}`,
    type: `workspace-roster.${event.type}`,
    ...(subject === "" ? {} : { subject }),
    time: event.at,
    datacontenttype: "application/json",
    sequence: String(event.sequence).padStart(16, "0"),
    data: event,
  };
}

function subjectOf(event: RosterEvent): string {
  const workspace = "workspaceId" in event ? `workspaces/${encodeURIComponent(event.workspaceId)}` : "";
  const user = "userId" in event ? `users/${encodeURIComponent(event.userId)}` : "";
  return [workspace, user].filter((part) => part !== "").join("/");
}
