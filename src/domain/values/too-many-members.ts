/** The batch names more users than one command takes. Nothing was written. Split it into several commands. */
export interface TooManyMembers {
  readonly code: "too_many_members";
  readonly limit: number;
  readonly count: number;
}

export function tooManyMembers(limit: number, count: number): TooManyMembers {
  return { code: "too_many_members", limit, count };
}
