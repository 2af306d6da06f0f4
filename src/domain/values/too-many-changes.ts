import { err, ok, type Result } from "neverthrow";

/** The command would make more changes than one commit takes. Nothing was written. Name fewer users in each command. */
export interface TooManyChanges {
  readonly code: "too_many_changes";
  /** The most changes that one commit takes. A change is one event: one row about one user or one workspace. */
  readonly limit: number;
  /** A lower bound of the number of changes: counting stops once there are too many. */
  readonly count: number;
}

/** Refuses if one commit does not take that many changes. */
export function requireCommitCapacity(count: number, limit: number): Result<null, TooManyChanges> {
  return count > limit ? err(tooManyChanges(limit, count)) : ok(null);
}

export function tooManyChanges(limit: number, count: number): TooManyChanges {
  return { code: "too_many_changes", limit, count };
}
