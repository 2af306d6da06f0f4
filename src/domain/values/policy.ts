/** What a host decides for all of its organizations. */
export interface Policy {
  /** Organization admins may administer every workspace without a role in it (rule A2). Default true. */
  readonly organizationAdminsAdminister: boolean;
  /** Every organization member may create workspaces, not only organization admins (rule W1). Default false. */
  readonly membersCreateWorkspaces: boolean;
  readonly limits: Limits;
}

/** How large things may grow, each a whole number from 1; absent for no limit. What is larger already may stay. */
export interface Limits {
  readonly membersPerWorkspace?: number | undefined;
  readonly activeWorkspacesPerOrganization?: number | undefined;
  readonly membersPerOrganization?: number | undefined;
}

export const defaultPolicy: Policy = { organizationAdminsAdminister: true, membersCreateWorkspaces: false, limits: {} };
