/** No such organization, or the actor is not a member of it: the same answer. */
export interface OrganizationNotFound {
  readonly code: "organization_not_found";
}

export function organizationNotFound(): OrganizationNotFound {
  return { code: "organization_not_found" };
}
