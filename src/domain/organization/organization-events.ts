import type { UserId } from "../shared/ids.ts";
import type { OrganizationRole } from "./organization-role.ts";

export interface OrganizationCreatedEvent {
  readonly type: "organization.created";
  readonly name: string;
}

export interface OrganizationMemberAddedEvent {
  readonly type: "organization.member.added";
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly displayName: string;
  readonly email: string | null;
}

export interface OrganizationMemberRoleChangedEvent {
  readonly type: "organization.member.role_changed";
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly previousRole: OrganizationRole;
}

export interface OrganizationMemberProfileChangedEvent {
  readonly type: "organization.member.profile_changed";
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
}

export interface OrganizationMemberRemovedEvent {
  readonly type: "organization.member.removed";
  readonly userId: UserId;
  /** The role they had. */
  readonly role: OrganizationRole;
}

export type OrganizationEvent =
  | OrganizationCreatedEvent
  | OrganizationMemberAddedEvent
  | OrganizationMemberRoleChangedEvent
  | OrganizationMemberProfileChangedEvent
  | OrganizationMemberRemovedEvent;
