/** No such organization. */
export interface OrganizationNotFound {
  readonly code: "organization_not_found";
}

export function organizationNotFound(): OrganizationNotFound {
  return { code: "organization_not_found" };
}
