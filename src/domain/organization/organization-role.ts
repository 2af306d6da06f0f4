import type { UserId } from "../values/ids.ts";

/** The organization roles, strongest first. None of them implies a workspace role (rule M6). */
export const organizationRoles = ["admin", "billing", "member"] as const;

/** A role in the organization. */
export type OrganizationRole = (typeof organizationRoles)[number];

/** A user and an organization role: requested by a command, or listed in its outcome. */
export interface OrganizationMemberRole {
  readonly userId: UserId;
  readonly role: OrganizationRole;
}
