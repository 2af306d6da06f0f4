/** The command would leave the organization without an admin (rule O2). Nothing was written, in either mode. */
export interface LastOrganizationAdmin {
  readonly code: "last_organization_admin";
}

export function lastOrganizationAdmin(): LastOrganizationAdmin {
  return { code: "last_organization_admin" };
}
