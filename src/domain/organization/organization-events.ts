import type { UserId } from "../values/ids.ts";
import type { OrganizationRole } from "./organization-role.ts";

/** The events of an organization and its members. */
export type OrganizationEvent =
  /** An organization was created. */
  | { readonly type: "organization.created"; readonly name: string }
  /** An organization's name changed. */
  | { readonly type: "organization.updated"; readonly name: string }
  /** The organization's last admin left or lost the role: only systems administer it until it has an admin again. */
  | { readonly type: "organization.unowned" }
  /** A user joined the organization. */
  | {
      readonly type: "organization.member.added";
      readonly userId: UserId;
      readonly role: OrganizationRole;
      readonly displayName: string;
      readonly email: string | null;
    }
  /** A member's role in the organization changed. */
  | {
      readonly type: "organization.member.role_changed";
      readonly userId: UserId;
      readonly role: OrganizationRole;
      readonly previousRole: OrganizationRole;
    }
  /** A member's display name or email changed. */
  | {
      readonly type: "organization.member.profile_changed";
      readonly userId: UserId;
      readonly displayName: string;
      readonly email: string | null;
    }
  /** A member left the organization. */
  | {
      readonly type: "organization.member.removed";
      readonly userId: UserId;
      /** The role they had. */
      readonly role: OrganizationRole;
    };
