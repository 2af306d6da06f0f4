/** Some items of an atomic batch were rejected. Nothing was written. */
export interface MembersRejected<Rejection> {
  readonly code: "members_rejected";
  /** Every rejected item with its reason, in input order, not only the first. */
  readonly rejected: readonly Rejection[];
}

export function membersRejected<Rejection>(rejected: readonly Rejection[]): MembersRejected<Rejection> {
  return { code: "members_rejected", rejected };
}
