import type { UserId } from "./ids.ts";

/** A batch names a user twice; which of the two roles was meant cannot be told. */
export interface DuplicateUser {
  readonly code: "duplicate_user";
  /** Every user named more than once, in the order of their second mention. */
  readonly userIds: readonly UserId[];
}

export function duplicateUser(userIds: readonly UserId[]): DuplicateUser {
  return { code: "duplicate_user", userIds };
}
