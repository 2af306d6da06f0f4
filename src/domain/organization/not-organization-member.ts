import type { UserId } from "../values/ids.ts";

/** The user is not a member of the organization, so they cannot be in its workspaces (rule M1). */
export interface NotOrganizationMember {
  readonly code: "not_organization_member";
  readonly userId: UserId;
}

export function notOrganizationMember(userId: UserId): NotOrganizationMember {
  return { code: "not_organization_member", userId };
}
