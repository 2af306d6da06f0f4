import type { Authority, EventEnvelope, RosterEvent } from "workspace-roster";

type RosterEventType = RosterEvent["type"];

type OwnField<Type extends RosterEventType> = Exclude<
  Extract<keyof Extract<RosterEvent, { readonly type: Type }>, string>,
  keyof EventEnvelope | "type"
>;

/** What docs/events.md says of a type. */
export interface EventDescription<Field extends string = string> {
  readonly meaning: string;
  readonly written: string;
  readonly fields: Readonly<Record<Field, string>>;
}

const role = "the role they have now";
const lostRole = "the role they had";
const previousRole = "the role they had before";

/** Every type of event and each of its own fields: a new one does not compile until it is described here. */
export const described: { readonly [Type in RosterEventType]: EventDescription<OwnField<Type>> } = {
  "organization.created": {
    meaning: "An organization was created.",
    written: "This is always the first event of an organization, with sequence 1.",
    fields: { name: "its name" },
  },
  "organization.updated": {
    meaning: "An organization's name changed.",
    written: "Nothing else about it changes.",
    fields: { name: "the name it has now" },
  },
  "organization.member.added": {
    meaning: "A user joined the organization.",
    written: "There is one event for each new member. The owner's follows `organization.created` in the same commit.",
    fields: {
      userId: "the new member",
      role: "their organization role: `admin`, `billing` or `member`",
      displayName: "their name as people see it",
      email: "their email, or null",
    },
  },
  "organization.member.role_changed": {
    meaning: "A member's organization role changed.",
    written: "Their workspace roles stay as they are.",
    fields: { userId: "the member", role, previousRole },
  },
  "organization.member.profile_changed": {
    meaning: "A member's display name or email changed.",
    written: "The event holds both fields, even if only one of them changed.",
    fields: { userId: "the member", displayName: "the name they have now", email: "the email they have now, or null" },
  },
  "organization.member.removed": {
    meaning: "A user was removed from the organization.",
    written:
      "In the same commit, one `workspace.member.removed` precedes it for each workspace in which the user held a role.",
    fields: { userId: "the former member", role: lostRole },
  },
  "organization.unowned": {
    meaning: "The organization has no admin any more. Only systems administer it until somebody becomes admin.",
    written: "It is the last event of the commit in which the last admin left or lost the role.",
    fields: {},
  },
  "workspace.created": {
    meaning: "A workspace was created. It is active.",
    written: "In the same commit, a `workspace.member.added` follows for its admin and for each user added with it.",
    fields: { workspaceId: "the workspace", name: "its name", description: "its description; empty if none was given" },
  },
  "workspace.updated": {
    meaning: "A workspace's name or description changed.",
    written: "The event holds both fields, even if only one of them changed.",
    fields: { workspaceId: "the workspace", name: "the name it has now", description: "the description it has now" },
  },
  "workspace.archived": {
    meaning: "A workspace was archived. It now refuses every change and grants nobody anything.",
    written: "Its members keep their roles in it, so no event of theirs follows.",
    fields: { workspaceId: "the workspace" },
  },
  "workspace.restored": {
    meaning: "An archived workspace became active again, with the members it still has.",
    written:
      "In the same commit, a `workspace.updated` precedes it if the workspace got a new name. A `workspace.member.added` or `workspace.member.role_changed` follows if it got an admin.",
    fields: { workspaceId: "the workspace" },
  },
  "workspace.member.added": {
    meaning: "An organization member joined a workspace.",
    written: "There is one event for each user who joined, including a successor who became its admin.",
    fields: { workspaceId: "the workspace", userId: "the new member", role: "the role they got" },
  },
  "workspace.member.role_changed": {
    meaning: "A member's role in a workspace changed.",
    written: "There is one event for each user whose role really changed, including a successor who became its admin.",
    fields: { workspaceId: "the workspace", userId: "the member", role, previousRole },
  },
  "workspace.member.removed": {
    meaning: "A user left a workspace or was removed from it.",
    written:
      "If a user is removed from the organization, there is one event for each workspace in which they held a role.",
    fields: { workspaceId: "the workspace", userId: "the former member", role: lostRole },
  },
};

/** What every event carries besides its own fields. */
export const envelope: Readonly<Record<keyof EventEnvelope, string>> = {
  organizationId: "the organization that the event belongs to",
  sequence: "its place among the organization's events: 1, 2, 3 … without gaps, in the order of the commits",
  operationId: "the command that wrote it; every event of one command has the same",
  actor: "who issued the command: `{ userId }`, or `{ system }` for a system that the host vouches for",
  authority: "by what right the actor acted, at that time",
  at: "when the command was decided, by the roster's clock: ISO 8601 in UTC, with milliseconds",
};

/** By what right an actor acted. */
export const authorities: Readonly<Record<Authority, string>> = {
  system: "a system that the host vouches for",
  founder: "the user who created the organization",
  organization_admin: "an admin of the organization",
  organization_member: "a member of the organization who created a workspace, as the policy allows",
  workspace_admin: "a member of the workspace whose role has the permission",
  workspace_member: "a member of the workspace who left it",
};
