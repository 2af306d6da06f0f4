import { isBoolean, requireOption, requireOptions } from "../domain/values/checked-option.ts";
import { defaultPolicy, type Limits, type Policy } from "../domain/values/policy.ts";

const limitNames: readonly (keyof Limits)[] = [
  "membersPerWorkspace",
  "activeWorkspacesPerOrganization",
  "membersPerOrganization",
];

/**
 * The host's policy, completed by defaults. Undefined means the default too, so that a missing setting never turns an
 * authority off. Throws a TypeError if a value is invalid: a truthy value could allow what was meant to be forbidden, and
 * a limit such as NaN would limit nothing.
 */
export function checkedPolicy(policy: Partial<Policy> = {}): Policy {
  requireOptions(policy, "policy", Object.keys(defaultPolicy));
  const {
    organizationAdminsAdminister = defaultPolicy.organizationAdminsAdminister,
    membersCreateWorkspaces = defaultPolicy.membersCreateWorkspaces,
    limits = defaultPolicy.limits,
  } = policy;
  const switches = { organizationAdminsAdminister, membersCreateWorkspaces };
  for (const [name, value] of Object.entries(switches)) {
    requireOption(isBoolean(value), `policy.${name}`, "true, false or absent", value);
  }
  return { ...switches, limits: checkedLimits(limits) };
}

function checkedLimits(limits: Limits): Limits {
  requireOptions(limits, "policy.limits", limitNames);
  const { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization } = limits;
  const copy = { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization };
  for (const [name, limit] of Object.entries(copy)) {
    const isValid = limit === undefined || (Number.isSafeInteger(limit) && limit >= 1);
    requireOption(isValid, `policy.limits.${name}`, "a whole number from 1, or absent for no limit", limit);
  }
  return copy;
}
