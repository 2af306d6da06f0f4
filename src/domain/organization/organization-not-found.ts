/** There is no such organization, or the actor is not a member of it: both give the same answer (rule A7). */
export interface OrganizationNotFound {
  readonly code: "organization_not_found";
}

export function organizationNotFound(): OrganizationNotFound {
  return { code: "organization_not_found" };
}
