import type { UserId } from "../values/ids.ts";

/** A user and a workspace role: requested by a command, or listed in its outcome. */
export interface MemberRole<Role extends string = string> {
  readonly userId: UserId;
  readonly role: Role;
}
