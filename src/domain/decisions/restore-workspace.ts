import { err, ok, type Result } from "neverthrow";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import { rightsOf, rightTo } from "../authority/rights.ts";
import { becomesAdmin } from "../authority/succession.ts";
import type { Authority } from "../values/actor.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { NewEvent } from "../facts/event.ts";
import { forbidden, type Forbidden } from "../authority/forbidden.ts";
import type { UserId } from "../values/ids.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { type ManageWorkspace, type WorkspaceResult } from "../authority/manage-workspace.ts";
import { requireFreeName } from "../facts/require-free-name.ts";
import { requireWorkspaceCapacity } from "../facts/require-workspace-capacity.ts";
import { findWorkspace } from "../authority/find-workspace.ts";
import { adminCount } from "../workspace/role-counts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { requireMemberCapacity } from "../facts/require-member-capacity.ts";
import type { WorkspaceLimit } from "../workspace/workspace-limit.ts";
import type { WorkspaceMemberLimit } from "../workspace/workspace-member-limit.ts";
import type { WorkspaceNameTaken } from "../workspace/workspace-name-taken.ts";
import { workspaceNotArchived, type WorkspaceNotArchived } from "../workspace/workspace-not-archived.ts";
import type { WorkspaceNotFound } from "../workspace/workspace-not-found.ts";

export interface RestoreWorkspace extends ManageWorkspace {
  /** A new name, in case the old one was taken meanwhile; undefined keeps the old one. */
  readonly name: string | undefined;
  /** The organization member who becomes admin if there is none left. An actor who may restore may grant any role (rule A3). */
  readonly admin: UserId | null;
}

export interface RestoreWorkspaceResult extends WorkspaceResult {
  readonly newAdmin: UserId | null;
}

export type RestoreWorkspaceRefusal =
  | OrganizationNotFound
  | WorkspaceNotFound
  | Forbidden
  | WorkspaceNotArchived
  | WorkspaceNameTaken
  | WorkspaceLimit
  | WorkspaceMemberLimit
  | NotOrganizationMember
  | LastWorkspaceAdmin;

/** Decides whether the workspace becomes active again, with its remaining members and at least one admin (rules M9, W2, W3). */
export function decideRestoreWorkspace(
  facts: OrganizationFacts,
  command: RestoreWorkspace,
  context: DecisionContext,
): Result<Decision<RestoreWorkspaceResult>, RestoreWorkspaceRefusal> {
  const { workspaceId, actor, admin } = command;
  const found = findWorkspace(facts, workspaceId, actor);
  if (found.isErr()) return err(found.error);
  const workspace = found.value;
  const authority = authorityToRestore(facts, command, context);
  if (authority === null) return err(forbidden("settings:manage"));
  if (workspace.status === "active") return err(workspaceNotArchived());

  const name = command.name ?? workspace.name;
  const available = requireFreeName(facts, name, workspaceId).andThen(() => requireWorkspaceCapacity(facts, context));
  if (available.isErr()) return err(available.error);
  if (admin !== null && !facts.members.has(admin)) return err(notOrganizationMember(admin));
  const needsAdmin = adminCount(workspace.roleCounts, context.workspaceRoles) === 0;
  if (needsAdmin && admin === null) return err(lastWorkspaceAdmin([workspaceId]));

  const newAdmin = needsAdmin ? admin : null;
  const adminEvents = newAdmin === null ? [] : [becomesAdmin(facts, workspaceId, newAdmin, context)];
  const added = adminEvents.filter(({ type }) => type === "workspace.member.added").length;
  const fits = requireMemberCapacity(facts, workspaceId, added, context);
  if (fits.isErr()) return err(fits.error);

  const restoration = { type: "workspace.restored", workspaceId } as const;
  const newEvents = [...renameEvents(workspace, name), restoration, ...adminEvents];
  const { description } = workspace;
  return ok({
    events: stampEvents(newEvents, facts, { actor, authority }, context),
    outcome: { workspaceId, name, description, newAdmin },
  });
}

/** An archived workspace grants no permissions, so its own admins cannot restore it. Organization admins and systems can. */
function authorityToRestore(
  facts: OrganizationFacts,
  { workspaceId, actor }: ManageWorkspace,
  context: DecisionContext,
): Authority | null {
  const rights = rightsOf(facts, workspaceId, actor, context).filter(
    ({ authority }) => authority !== "workspace_admin",
  );
  return rightTo(rights, "settings:manage")?.authority ?? null;
}

function renameEvents({ workspaceId, name: before, description }: Workspace, name: string): readonly NewEvent[] {
  return name === before ? [] : [{ type: "workspace.updated", workspaceId, name, description }];
}
