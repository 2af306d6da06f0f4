import type { UserId } from "../values/ids.ts";
import type { OrganizationRole } from "./organization-role.ts";

/** An organization was created. */
export interface OrganizationCreatedEvent {
  readonly type: "organization.created";
  readonly name: string;
}

/** A user joined the organization. */
export interface OrganizationMemberAddedEvent {
  readonly type: "organization.member.added";
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly displayName: string;
  readonly email: string | null;
}

/** A member's role in the organization changed. */
export interface OrganizationMemberRoleChangedEvent {
  readonly type: "organization.member.role_changed";
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly previousRole: OrganizationRole;
}

/** A member's display name or email changed. */
export interface OrganizationMemberProfileChangedEvent {
  readonly type: "organization.member.profile_changed";
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
}

/** A member left the organization. */
export interface OrganizationMemberRemovedEvent {
  readonly type: "organization.member.removed";
  readonly userId: UserId;
  /** The role they had. */
  readonly role: OrganizationRole;
}

/** An organization's name changed. */
export interface OrganizationUpdatedEvent {
  readonly type: "organization.updated";
  readonly name: string;
}

/** The organization's last admin left or lost the role: only systems administer it until it has an admin again. */
export interface OrganizationUnownedEvent {
  readonly type: "organization.unowned";
}

/** The events of an organization and its members. */
export type OrganizationEvent =
  | OrganizationCreatedEvent
  | OrganizationUpdatedEvent
  | OrganizationUnownedEvent
  | OrganizationMemberAddedEvent
  | OrganizationMemberRoleChangedEvent
  | OrganizationMemberProfileChangedEvent
  | OrganizationMemberRemovedEvent;
