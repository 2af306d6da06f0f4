import type * as Input from "../../../src/index.ts";
import { requireOrganizationAdminRemains, orphanedWorkspaces } from "./admins-remain.ts";
import { requireOrganizationAdmin, requireGrant, requirePermission, requireSystemFor } from "./authority.ts";
import { rolesOf, classifyItems } from "./batch.ts";
import { archive, assignRole, recordEvent, unassignRole } from "./events.ts";
import { requireOrganizationCapacity } from "./limits.ts";
import { isAllowed, refuse } from "./refusal.ts";
import { byBytes } from "./text.ts";
import { copyOf, type CommandContext, roleOf, type Settings, type Organization, type Fields } from "./world.ts";

export function createOrganization(
  organization: Organization,
  input: Input.CreateOrganizationInput,
  context: CommandContext,
): Fields {
  if (organization.events.length > 0) refuse("organization_already_exists");
  const { userId, displayName, email = null } = input.owner;
  const eventContext = { ...context, actor: { userId }, authority: "founder" };
  organization.name = input.name;
  organization.members.set(userId, { role: "admin", displayName, email });
  recordEvent(organization, eventContext, { type: "organization.created", name: input.name });
  recordEvent(organization, eventContext, {
    type: "organization.member.added",
    userId,
    role: "admin",
    displayName,
    email,
  });
  return { organizationId: organization.organizationId };
}

export function updateOrganization(
  organization: Organization,
  { actor, name = organization.name }: Input.UpdateOrganizationInput,
  context: CommandContext,
): Fields {
  const eventContext = { ...context, actor, authority: requireOrganizationAdmin(organization, actor) };
  if (name !== organization.name) recordEvent(organization, eventContext, { type: "organization.updated", name });
  organization.name = name;
  return { organizationId: organization.organizationId, name };
}

export function addOrganizationMembers(
  organization: Organization,
  { actor, members, mode }: Input.AddOrganizationMembersInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const eventContext = { ...context, actor, authority: requireOrganizationAdmin(organization, actor) };
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, role }) => {
    const currentRole = organization.members.get(userId)?.role;
    if (currentRole === undefined) return "accepted";
    return currentRole === role ? "unchanged" : { code: "role_conflict", userId, currentRole, requestedRole: role };
  });
  for (const { userId, role, displayName, email = null } of accepted) {
    organization.members.set(userId, { role, displayName, email });
    recordEvent(organization, eventContext, { type: "organization.member.added", userId, role, displayName, email });
  }
  if (accepted.length > 0) requireOrganizationCapacity(organization, settings);
  return { added: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

export function changeOrganizationRoles(
  organization: Organization,
  { actor, members, mode, lastAdmin }: Input.ChangeOrganizationRolesInput,
  context: CommandContext,
): Fields {
  const before = copyOf(organization);
  const eventContext = { ...context, actor, authority: requireOrganizationAdmin(organization, actor) };
  requireSystemFor(lastAdmin, actor);
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, role }) => {
    const person = organization.members.get(userId);
    if (person === undefined) return { code: "not_organization_member", userId };
    return person.role === role ? "unchanged" : "accepted";
  });
  for (const { userId, role } of accepted) {
    const person = organization.members.get(userId);
    if (person === undefined) continue;
    organization.members.set(userId, { ...person, role });
    recordEvent(organization, eventContext, {
      type: "organization.member.role_changed",
      userId,
      role,
      previousRole: person.role,
    });
  }
  requireOrganizationAdminRemains(before, organization, { lastAdmin, eventContext });
  return { changed: rolesOf(accepted), unchanged: rolesOf(unchanged), rejected };
}

/** Rule O4: removing a member also ends all of their role assignments, in archived workspaces too. */
export function removeOrganizationMembers(
  organization: Organization,
  { actor, userIds, successor, orphans, lastAdmin, mode }: Input.RemoveOrganizationMembersInput,
  context: CommandContext,
  settings: Settings,
): Fields {
  const before = copyOf(organization);
  const eventContext = { ...context, actor, authority: requireOrganizationAdmin(organization, actor) };
  requireSystemFor(lastAdmin, actor);
  const heir = heirOf(organization, { userIds, successor, orphans });
  const { accepted, rejected } = classifyItems(userIds, mode, (userId) =>
    organization.members.has(userId) ? "accepted" : { code: "not_organization_member", userId },
  );
  const removed: Fields[] = [];
  for (const userId of accepted) {
    const role = organization.members.get(userId)?.role;
    const held = organization.assignments.filter((assignment) => assignment.userId === userId);
    const workspaceIds = held.map(({ workspaceId }) => workspaceId).sort(byBytes);
    for (const workspaceId of workspaceIds) unassignRole(organization, eventContext, workspaceId, userId);
    organization.members.delete(userId);
    recordEvent(organization, eventContext, { type: "organization.member.removed", userId, role });
    removed.push({ userId, role });
  }
  const workspaceIds = orphanedWorkspaces(before, organization, settings);
  if (workspaceIds.length > 0 && heir === null && orphans !== "archive")
    refuse("last_workspace_admin", { workspaceIds });
  const [strongest = ""] = Object.keys(settings.roles);
  for (const workspaceId of workspaceIds) {
    // Naming a successor grants a role, so the actor needs the right to grant it before the removal (rule A3).
    const roles = [strongest, roleOf(before, workspaceId, heir ?? "") ?? strongest];
    const grant = () => requireGrant(roles, before, workspaceId, actor, settings);
    if (heir !== null && (orphans !== "archive" || isAllowed(grant))) {
      grant();
      assignRole(organization, eventContext, workspaceId, heir, strongest);
    } else {
      requirePermission("settings:manage", before, workspaceId, actor, settings);
      archive(organization, eventContext, workspaceId);
    }
  }
  requireOrganizationAdminRemains(before, organization, { lastAdmin, eventContext });
  return { removed, unchanged: [], rejected };
}

/** Who takes over workspaces without an admin, or null. */
function heirOf(
  { members }: Organization,
  {
    userIds,
    successor = null,
    orphans,
  }: Pick<Input.RemoveOrganizationMembersInput, "userIds" | "successor" | "orphans">,
): string | null {
  const staying = [...members].filter(([userId]) => !userIds.includes(userId));
  if (successor === "organization_admin") {
    const admins = staying.filter(([, { role }]) => role === "admin").map(([userId]) => userId);
    return admins.sort(byBytes)[0] ?? null;
  }
  if (successor === null || staying.some(([userId]) => userId === successor)) return successor;
  return orphans === "archive" ? null : refuse("not_organization_member", { userId: successor });
}

export function updateProfiles(
  organization: Organization,
  { actor, members, mode }: Input.UpdateProfilesInput,
  context: CommandContext,
): Fields {
  const eventContext = { ...context, actor, authority: requireOrganizationAdmin(organization, actor) };
  const { accepted, unchanged, rejected } = classifyItems(members, mode, ({ userId, displayName, email }) => {
    const person = organization.members.get(userId);
    if (person === undefined) return { code: "not_organization_member", userId };
    const isSameName = displayName === undefined || displayName === person.displayName;
    return isSameName && (email === undefined || email === person.email) ? "unchanged" : "accepted";
  });
  for (const { userId, ...change } of accepted) {
    const person = organization.members.get(userId);
    if (person === undefined) continue;
    const displayName = change.displayName ?? person.displayName;
    const email = change.email === undefined ? person.email : change.email;
    organization.members.set(userId, { role: person.role, displayName, email });
    recordEvent(organization, eventContext, {
      type: "organization.member.profile_changed",
      userId,
      displayName,
      email,
    });
  }
  const resultOf = ({ userId }: { readonly userId: string }) => ({
    userId,
    role: organization.members.get(userId)?.role,
  });
  return { changed: accepted.map(resultOf), unchanged: unchanged.map(resultOf), rejected };
}
