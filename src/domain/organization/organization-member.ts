import type { UserId } from "../values/ids.ts";
import type { OrganizationRole } from "./organization-role.ts";

/** A member of the organization. Only members can be in its workspaces (rule M1). */
export interface OrganizationMember {
  readonly userId: UserId;
  readonly role: OrganizationRole;
  readonly displayName: string;
  readonly email: string | null;
}
