import type { ActorInput } from "../../../src/index.ts";
import type { CommandContext, Organization } from "./world.ts";

/** Who causes an event, and by what authority. */
export interface EventContext extends CommandContext {
  readonly actor: ActorInput;
  readonly authority: string;
}

interface NewEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Appends one event with the organization's next sequence number. */
export function recordEvent(
  organization: Organization,
  { operationId, actor, authority, now }: EventContext,
  event: NewEvent,
): void {
  const { organizationId, events } = organization;
  events.push({
    organizationId,
    sequence: events.length + 1,
    operationId,
    actor: { ...actor },
    authority,
    at: now,
    ...event,
  });
}

/** Archives a workspace. */
export function archive(organization: Organization, context: EventContext, workspaceId: string): void {
  const workspace = organization.workspaces.get(workspaceId);
  if (workspace !== undefined) organization.workspaces.set(workspaceId, { ...workspace, isArchived: true });
  recordEvent(organization, context, { type: "workspace.archived", workspaceId });
}

/** Assigns a role in a workspace and replaces the previous one, if any. */
export function assignRole(
  organization: Organization,
  context: EventContext,
  workspaceId: string,
  userId: string,
  role: string,
): void {
  const previous = organization.assignments.find((held) => held.workspaceId === workspaceId && held.userId === userId);
  organization.assignments = [
    ...organization.assignments.filter((held) => held !== previous),
    { workspaceId, userId, role },
  ];
  const about = { workspaceId, userId, role };
  if (previous === undefined) recordEvent(organization, context, { type: "workspace.member.added", ...about });
  else
    recordEvent(organization, context, {
      type: "workspace.member.role_changed",
      ...about,
      previousRole: previous.role,
    });
}

/** Removes the user's role in a workspace and returns it. */
export function unassignRole(
  organization: Organization,
  context: EventContext,
  workspaceId: string,
  userId: string,
): string {
  const previous = organization.assignments.find((held) => held.workspaceId === workspaceId && held.userId === userId);
  organization.assignments = organization.assignments.filter((held) => held !== previous);
  const role = previous?.role ?? "";
  recordEvent(organization, context, { type: "workspace.member.removed", workspaceId, userId, role });
  return role;
}
