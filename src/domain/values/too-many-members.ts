/** More users than one command takes. Split the batch into pages. */
export interface TooManyMembers {
  readonly code: "too_many_members";
  readonly limit: number;
  readonly count: number;
}

export function tooManyMembers(limit: number, count: number): TooManyMembers {
  return { code: "too_many_members", limit, count };
}
