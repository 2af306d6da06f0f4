import type { UserId } from "../shared/ids.ts";
import type { OrganizationRole } from "./organization-role.ts";

export interface OrganizationCreated {
  readonly type: "organization.created";
  readonly name: string;
}

export interface OrganizationMemberAdded {
  readonly type: "organization.member.added";
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly displayName: string;
  readonly email: string | null;
}
