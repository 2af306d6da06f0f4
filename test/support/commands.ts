import type { ChangeOrganizationRoles } from "../../src/domain/decisions/change-organization-roles.ts";
import type { RemoveOrganizationMembers } from "../../src/domain/decisions/remove-organization-members.ts";
import type { UpdateOrganization } from "../../src/domain/decisions/update-organization.ts";
import type { UpdateProfiles } from "../../src/domain/decisions/update-profiles.ts";
import type { ChangeRoles } from "../../src/domain/decisions/change-roles.ts";
import type { LeaveWorkspace } from "../../src/domain/decisions/leave-workspace.ts";
import type { RemoveMembers } from "../../src/domain/decisions/remove-members.ts";
import type { SetMembers } from "../../src/domain/decisions/set-members.ts";
import type { UndoAddMembers } from "../../src/domain/decisions/undo-add-members.ts";
import type { ManageWorkspace } from "../../src/domain/authority/manage-workspace.ts";
import type { RestoreWorkspace } from "../../src/domain/decisions/restore-workspace.ts";
import type { UpdateWorkspace } from "../../src/domain/decisions/update-workspace.ts";
import type { AddOrganizationMembers } from "../../src/domain/decisions/add-organization-members.ts";
import type { CreateOrganization } from "../../src/domain/decisions/create-organization.ts";
import type { AddMembers } from "../../src/domain/decisions/add-members.ts";
import type { Actor } from "../../src/domain/values/actor.ts";
import type { DecisionContext } from "../../src/domain/facts/decision.ts";
import type { NewEvent, RosterEvent } from "../../src/domain/facts/event.ts";
import type { UserId } from "../../src/domain/values/ids.ts";
import { defaultPolicy } from "../../src/domain/values/policy.ts";
import type { CreateWorkspace } from "../../src/domain/decisions/create-workspace.ts";
import { defaultWorkspaceRoles } from "../../src/domain/workspace/workspace-roles.ts";
import { acme, ada, asOperationId, bo, web } from "./ids.ts";
import { aColleague, member } from "./facts.ts";

/** Commands as their parsers return them. An actor given as an id is that user. */
type ByAnyone<Command extends { readonly actor: Actor }> = Partial<Omit<Command, "actor">> & {
  readonly actor?: Actor | UserId;
};

export const scim: Actor = { system: "scim" };

const plain = { organizationId: acme, idempotencyKey: null } as const;

export function addMembers({ actor = ada, ...parts }: ByAnyone<AddMembers> = {}): AddMembers {
  return { ...plain, workspaceId: web, members: [member(bo)], mode: "atomic", ...parts, actor: toActor(actor) };
}

export function addOrganizationMembers({
  actor = ada,
  ...parts
}: ByAnyone<AddOrganizationMembers> = {}): AddOrganizationMembers {
  return { ...plain, members: [aColleague(bo)], mode: "atomic", ...parts, actor: toActor(actor) };
}

export function changeOrganizationRoles({
  actor = ada,
  ...parts
}: ByAnyone<ChangeOrganizationRoles> = {}): ChangeOrganizationRoles {
  const members = [{ userId: bo, role: "billing" }] as const;
  return { ...plain, members, lastAdmin: "refuse", mode: "atomic", ...parts, actor: toActor(actor) };
}

export function removeOrganizationMembers({
  actor = ada,
  ...parts
}: ByAnyone<RemoveOrganizationMembers> = {}): RemoveOrganizationMembers {
  const terms = { successor: null, orphans: "refuse", lastAdmin: "refuse" } as const;
  return { ...plain, userIds: [bo], ...terms, mode: "atomic", ...parts, actor: toActor(actor) };
}

export function updateProfiles({ actor = ada, ...parts }: ByAnyone<UpdateProfiles> = {}): UpdateProfiles {
  const members = [{ userId: bo, displayName: "Bo", email: undefined }];
  return { ...plain, members, mode: "atomic", ...parts, actor: toActor(actor) };
}

export function changeRoles(parts: ByAnyone<ChangeRoles> = {}): ChangeRoles {
  return addMembers(parts);
}

export function setMembers(parts: ByAnyone<SetMembers> = {}): SetMembers {
  return addMembers(parts);
}

export function removeMembers({ actor = ada, ...parts }: ByAnyone<RemoveMembers> = {}): RemoveMembers {
  return { ...plain, workspaceId: web, userIds: [bo], mode: "atomic", ...parts, actor: toActor(actor) };
}

export function leaveWorkspace({ actor = ada }: { readonly actor?: UserId } = {}): LeaveWorkspace {
  return { ...plain, workspaceId: web, actor: { userId: actor } };
}

/** Undoes the operation with these events. */
export function undoAddMembers({ actor = ada, ...parts }: ByAnyone<UndoAddMembers> = {}): UndoAddMembers {
  return { ...plain, operationId: asOperationId("operation-0"), events: [], ...parts, actor: toActor(actor) };
}

export function manageWorkspace({ actor = ada, ...parts }: ByAnyone<ManageWorkspace> = {}): ManageWorkspace {
  return { ...plain, workspaceId: web, ...parts, actor: toActor(actor) };
}

export function updateOrganization({ actor = ada, ...parts }: ByAnyone<UpdateOrganization> = {}): UpdateOrganization {
  return { ...plain, name: undefined, ...parts, actor: toActor(actor) };
}

export function updateWorkspace({ actor = ada, ...parts }: ByAnyone<UpdateWorkspace> = {}): UpdateWorkspace {
  return { ...plain, workspaceId: web, name: undefined, description: undefined, ...parts, actor: toActor(actor) };
}

export function restoreWorkspace({ actor = ada, ...parts }: ByAnyone<RestoreWorkspace> = {}): RestoreWorkspace {
  return { ...plain, workspaceId: web, name: undefined, admin: null, ...parts, actor: toActor(actor) };
}

/** The actor is the admin if none is named, as the parser does it. */
export function createWorkspace({ actor = ada, ...parts }: ByAnyone<CreateWorkspace> = {}): CreateWorkspace {
  const admin = typeof actor === "string" ? actor : ada;
  return {
    ...plain,
    workspaceId: web,
    name: "Web",
    description: "",
    admin,
    addEveryone: false,
    ...parts,
    actor: toActor(actor),
  };
}

export function createOrganization(parts: Partial<CreateOrganization> = {}): CreateOrganization {
  return { ...plain, name: "Acme", owner: { userId: ada, displayName: "Ada", email: null }, ...parts };
}

export function context(parts: Partial<DecisionContext> = {}): DecisionContext {
  return {
    now: "2026-05-06T07:08:09.010Z",
    operationId: asOperationId("operation-1"),
    freshId: "fresh-1",
    maxBatchSize: 10_000,
    maxCommitSize: 50_000,
    policy: defaultPolicy,
    workspaceRoles: defaultWorkspaceRoles,
    ...parts,
  };
}

/** These new events, stamped by the default context after the default facts. */
export function stamped(
  newEvents: readonly NewEvent[],
  { actor, authority, after = 100 }: Pick<RosterEvent, "authority"> & { actor: Actor | UserId; after?: number },
): readonly RosterEvent[] {
  const { now: at, operationId } = context();
  return newEvents.map((event, index) => ({
    organizationId: acme,
    sequence: after + 1 + index,
    operationId,
    actor: toActor(actor),
    authority,
    at,
    ...event,
  }));
}

function toActor(actor: Actor | UserId): Actor {
  return typeof actor === "string" ? { userId: actor } : actor;
}
