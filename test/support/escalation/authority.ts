import type { ActorInput } from "../../../src/index.ts";
import type { Settings } from "./settings.ts";
import type { Snapshot, WorkspaceSnapshot } from "./snapshot.ts";

// The rules of authority, written a second time from their text. They share no code with the domain, which they check.

export function isSystem(actor: ActorInput): boolean {
  return "system" in actor;
}

/** Whether the actor is neither a system nor a member of the organization, or the organization does not exist (rule A7). */
export function isStranger(actor: ActorInput, { exists, members }: Snapshot): boolean {
  return !exists || ("userId" in actor && !members.has(actor.userId));
}

export function managesOrganization(actor: ActorInput, { members }: Snapshot): boolean {
  return "system" in actor || members.get(actor.userId)?.role === "admin";
}

/** Whether the actor administers every workspace of the organization without a role there (rule A2). */
export function administersAll(actor: ActorInput, organization: Snapshot, { policy }: Settings): boolean {
  return isSystem(actor) || (managesOrganization(actor, organization) && policy.organizationAdminsAdminister);
}

/** The permissions of the user's role in an active workspace; none without a role or in an archived workspace. */
export function permissionsHeld(
  userId: string,
  workspaceId: string,
  { members, workspaces }: Snapshot,
  { workspaceRoles }: Settings,
): readonly string[] {
  const workspace = workspaces.get(workspaceId);
  const role = workspace?.roles.get(userId);
  return role !== undefined && workspace?.status === "active" && members.has(userId)
    ? (workspaceRoles[role] ?? [])
    : [];
}

/** Whether the actor has the permission in the active workspace, by a role there or as somebody who administers all. */
export function may(
  permission: "settings:manage" | "members:manage",
  actor: ActorInput,
  workspaceId: string,
  organization: Snapshot,
  settings: Settings,
): boolean {
  if (organization.workspaces.get(workspaceId)?.status !== "active") return false;
  if (administersAll(actor, organization, settings)) return true;
  return "userId" in actor && permissionsHeld(actor.userId, workspaceId, organization, settings).includes(permission);
}

/** Whether the actor could grant each permission of the role in the active workspace (rule A3). */
export function couldGrant(
  role: string,
  actor: ActorInput,
  workspaceId: string,
  organization: Snapshot,
  settings: Settings,
): boolean {
  if (!may("members:manage", actor, workspaceId, organization, settings)) return false;
  if (administersAll(actor, organization, settings)) return true;
  const held = "userId" in actor ? permissionsHeld(actor.userId, workspaceId, organization, settings) : [];
  return (settings.workspaceRoles[role] ?? []).every((permission) => held.includes(permission));
}

/** Whether somebody holds a role that manages members in the workspace, even if it is archived (rule A6). */
export function hasAdmin(workspace: WorkspaceSnapshot | undefined, settings: Settings): boolean {
  return [...(workspace?.roles.values() ?? [])].some((role) => isManaging(role, settings));
}

/** Whether the role permits managing members, as long as the workspace is active. */
export function isManaging(role: string | undefined, { workspaceRoles }: Settings): boolean {
  return role !== undefined && workspaceRoles[role]?.includes("members:manage") === true;
}
