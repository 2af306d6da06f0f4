/** The organization would have more members than the policy allows. Nothing was written, in either mode. */
export interface OrganizationMemberLimit {
  readonly code: "organization_member_limit";
  readonly limit: number;
  /** How many members it would have. */
  readonly count: number;
}

export function organizationMemberLimit(limit: number, count: number): OrganizationMemberLimit {
  return { code: "organization_member_limit", limit, count };
}
