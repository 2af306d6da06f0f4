/** The host's rules for all of its organizations. */
export interface Policy {
  /** Whether organization admins may administer every workspace without a role in it (rule A2). Default true. */
  readonly organizationAdminsAdminister: boolean;
  /** Whether every organization member may create workspaces, instead of only organization admins (rule W1). Default false. */
  readonly membersCreateWorkspaces: boolean;
  readonly limits: Limits;
}

/** Upper limits, each a whole number from 1, or absent for no limit. An organization that is already larger stays as it is. */
export interface Limits {
  readonly membersPerWorkspace?: number | undefined;
  readonly activeWorkspacesPerOrganization?: number | undefined;
  readonly membersPerOrganization?: number | undefined;
}

export const defaultPolicy: Policy = { organizationAdminsAdminister: true, membersCreateWorkspaces: false, limits: {} };
