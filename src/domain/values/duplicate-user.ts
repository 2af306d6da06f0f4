import type { UserId } from "./ids.ts";

/** The batch names a user more than once, so it is unclear which of the roles is meant. */
export interface DuplicateUser {
  readonly code: "duplicate_user";
  /** Every user named more than once, in the order of their second mention. */
  readonly userIds: readonly UserId[];
}

export function duplicateUser(userIds: readonly UserId[]): DuplicateUser {
  return { code: "duplicate_user", userIds };
}
