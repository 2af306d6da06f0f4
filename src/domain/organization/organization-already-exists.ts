/** The organization id is taken. Without an id in the command a fresh one is made. */
export interface OrganizationAlreadyExists {
  readonly code: "organization_already_exists";
}

export function organizationAlreadyExists(): OrganizationAlreadyExists {
  return { code: "organization_already_exists" };
}
