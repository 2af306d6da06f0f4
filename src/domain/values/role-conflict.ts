import type { UserId } from "./ids.ts";

/** The user is already a member with another role. Adding never changes a role (rule M4). */
export interface RoleConflict<Role extends string = string> {
  readonly code: "role_conflict";
  readonly userId: UserId;
  readonly currentRole: Role;
  readonly requestedRole: Role;
}

export function roleConflict<Role extends string>(
  userId: UserId,
  currentRole: Role,
  requestedRole: Role,
): RoleConflict<Role> {
  return { code: "role_conflict", userId, currentRole, requestedRole };
}
