/** The command would leave the organization without an admin (rule O2). Nothing was written, in either mode. */
export interface LastOrganizationAdmin {
  readonly code: "last_organization_admin";
}

/** Whether a command may leave the organization without an admin. Only a system may let it (rule O2). */
export type LastAdmin = "refuse" | "allow";

export function lastOrganizationAdmin(): LastOrganizationAdmin {
  return { code: "last_organization_admin" };
}
