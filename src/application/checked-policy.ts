import { defaultPolicy, type Limits, type Policy } from "../domain/shared/policy.ts";

/**
 * The host's policy with the defaults for what it leaves open; undefined leaves open too, so that a missing setting
 * never turns an authority off. A limit that limits nothing, like NaN, is a bug of the host and throws a TypeError.
 */
export function checkedPolicy(policy: Partial<Policy> = {}): Policy {
  const {
    organizationAdminsAdminister = defaultPolicy.organizationAdminsAdminister,
    membersCreateWorkspaces = defaultPolicy.membersCreateWorkspaces,
    limits = defaultPolicy.limits,
  } = policy;
  return { organizationAdminsAdminister, membersCreateWorkspaces, limits: checkedLimits(limits) };
}

function checkedLimits(limits: Limits): Limits {
  const { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization } = limits;
  const copy = { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization };
  for (const [name, limit] of Object.entries(copy)) {
    if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) continue;
    throw new TypeError(`policy.limits.${name} must be a whole number from 1, or absent for no limit.`);
  }
  return copy;
}
