import type * as Input from "../../../src/index.ts";
import { organizationAdminMustRemain, orphans } from "./admins-remain.ts";
import { mustAdministerOrganization, mustBeAbleToGrant } from "./authority.ts";
import { rolesOf, sortOut } from "./batch.ts";
import { give, happen, take } from "./events.ts";
import { refuse } from "./refusal.ts";
import { byBytes } from "./text.ts";
import { copyOf, type Given, roleOf, type Setting, type Tenant, type Told } from "./world.ts";

export function createOrganization(tenant: Tenant, input: Input.CreateOrganizationInput, given: Given): Told {
  if (tenant.events.length > 0) refuse("organization_already_exists");
  const { userId, displayName, email = null } = input.owner;
  const doer = { ...given, actor: { userId }, authority: "founder" };
  tenant.members.set(userId, { role: "admin", displayName, email });
  happen(tenant, doer, { type: "organization.created", name: input.name });
  happen(tenant, doer, { type: "organization.member.added", userId, role: "admin", displayName, email });
  return { organizationId: tenant.organizationId };
}

export function addOrganizationMembers(
  tenant: Tenant,
  { actor, members, mode }: Input.AddOrganizationMembersInput,
  given: Given,
  { policy }: Setting,
): Told {
  const doer = { ...given, actor, authority: mustAdministerOrganization(tenant, actor) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, role }) => {
    const currentRole = tenant.members.get(userId)?.role;
    if (currentRole === undefined) return "accepted";
    return currentRole === role ? "unchanged" : { code: "role_conflict", userId, currentRole, requestedRole: role };
  });
  for (const { userId, role, displayName, email = null } of accepted) {
    tenant.members.set(userId, { role, displayName, email });
    happen(tenant, doer, { type: "organization.member.added", userId, role, displayName, email });
  }
  const limit = policy.limits.membersPerOrganization;
  const count = tenant.members.size;
  if (limit !== undefined && accepted.length > 0 && count > limit)
    refuse("organization_member_limit", { limit, count });
  return { added: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function changeOrganizationRoles(
  tenant: Tenant,
  { actor, members, mode }: Input.ChangeOrganizationRolesInput,
  given: Given,
): Told {
  const doer = { ...given, actor, authority: mustAdministerOrganization(tenant, actor) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, role }) => {
    const person = tenant.members.get(userId);
    if (person === undefined) return { code: "not_organization_member", userId };
    return person.role === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) {
    const person = tenant.members.get(userId);
    if (person === undefined) continue;
    tenant.members.set(userId, { ...person, role });
    happen(tenant, doer, { type: "organization.member.role_changed", userId, role, previousRole: person.role });
  }
  organizationAdminMustRemain(tenant);
  return { changed: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

/** Rule O4: every role assignment goes with the membership, also those in archived workspaces. */
export function removeOrganizationMembers(
  tenant: Tenant,
  { actor, userIds, successor = null, mode }: Input.RemoveOrganizationMembersInput,
  given: Given,
  setting: Setting,
): Told {
  const before = copyOf(tenant);
  const doer = { ...given, actor, authority: mustAdministerOrganization(tenant, actor) };
  if (successor !== null && !tenant.members.has(successor)) refuse("not_organization_member", { userId: successor });
  const { accepted, rejected } = sortOut(userIds, mode, (userId) =>
    tenant.members.has(userId) ? "accepted" : { code: "not_organization_member", userId },
  );
  const removed: Told[] = [];
  for (const userId of accepted) {
    const role = tenant.members.get(userId)?.role;
    const held = tenant.assignments.filter((assignment) => assignment.userId === userId);
    const workspaceIds = held.map(({ workspaceId }) => workspaceId).sort(byBytes);
    for (const workspaceId of workspaceIds) take(tenant, doer, workspaceId, userId);
    tenant.members.delete(userId);
    happen(tenant, doer, { type: "organization.member.removed", userId, role });
    removed.push({ userId, role });
  }
  const workspaceIds = orphans(before, tenant, setting);
  if (workspaceIds.length > 0 && successor === null) refuse("last_workspace_admin", { workspaceIds });
  const [strongest = ""] = Object.keys(setting.roles);
  // To name a successor is to grant, by what the actor held when they named them (rule A3).
  for (const workspaceId of workspaceIds) {
    const current = roleOf(before, workspaceId, successor ?? "") ?? strongest;
    mustBeAbleToGrant([strongest, current], before, workspaceId, actor, setting);
  }
  for (const workspaceId of workspaceIds) give(tenant, doer, workspaceId, successor ?? "", strongest);
  organizationAdminMustRemain(tenant);
  return { removed, unchanged: [], rejected };
}

export function updateProfiles(
  tenant: Tenant,
  { actor, members, mode }: Input.UpdateProfilesInput,
  given: Given,
): Told {
  const doer = { ...given, actor, authority: mustAdministerOrganization(tenant, actor) };
  const { accepted, unchanged, rejected } = sortOut(members, mode, ({ userId, displayName, email }) => {
    const person = tenant.members.get(userId);
    if (person === undefined) return { code: "not_organization_member", userId };
    const isSameName = displayName === undefined || displayName === person.displayName;
    return isSameName && (email === undefined || email === person.email) ? "unchanged" : "accepted";
  });
  for (const { userId, ...change } of accepted) {
    const person = tenant.members.get(userId);
    if (person === undefined) continue;
    const displayName = change.displayName ?? person.displayName;
    const email = change.email === undefined ? person.email : change.email;
    tenant.members.set(userId, { role: person.role, displayName, email });
    happen(tenant, doer, { type: "organization.member.profile_changed", userId, displayName, email });
  }
  const told = ({ userId }: { readonly userId: string }) => ({ userId, role: tenant.members.get(userId)?.role });
  return { changed: accepted.map(told), unchanged: unchanged.map(told), rejected };
}
