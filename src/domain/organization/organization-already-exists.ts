/** The organization id is taken. Omit it to have one generated. */
export interface OrganizationAlreadyExists {
  readonly code: "organization_already_exists";
}

export function organizationAlreadyExists(): OrganizationAlreadyExists {
  return { code: "organization_already_exists" };
}
