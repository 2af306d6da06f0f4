import { err, ok, type Result } from "neverthrow";

/** The command would change more than one commit carries. Nothing was written. Name fewer users in each command. */
export interface TooManyChanges {
  readonly code: "too_many_changes";
  /** The most changes that one commit carries. A change is one event: one row about one user or one workspace. */
  readonly limit: number;
  /** At least so many changes; counting ends once they are too many. */
  readonly count: number;
}

/** Whether one commit carries so many changes. */
export function requireCommitCapacity(count: number, limit: number): Result<null, TooManyChanges> {
  return count > limit ? err(tooManyChanges(limit, count)) : ok(null);
}

export function tooManyChanges(limit: number, count: number): TooManyChanges {
  return { code: "too_many_changes", limit, count };
}
