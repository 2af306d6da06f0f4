import type { UserId } from "../values/ids.ts";

/** The organization roles, strongest first. A workspace role does not follow from them (rule M6). */
export const organizationRoles = ["admin", "billing", "member"] as const;

/** A role in the organization. */
export type OrganizationRole = (typeof organizationRoles)[number];

/** A user and an organization role: asked for in a command, told in its outcome. */
export interface OrganizationMemberRole {
  readonly userId: UserId;
  readonly role: OrganizationRole;
}
