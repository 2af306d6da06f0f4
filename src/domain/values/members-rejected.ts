/** An atomic batch had items that cannot be done. Nothing was written. */
export interface MembersRejected<Rejection> {
  readonly code: "members_rejected";
  /** Every rejected item with its reason, in input order; never only the first. */
  readonly rejected: readonly Rejection[];
}

export function membersRejected<Rejection>(rejected: readonly Rejection[]): MembersRejected<Rejection> {
  return { code: "members_rejected", rejected };
}
