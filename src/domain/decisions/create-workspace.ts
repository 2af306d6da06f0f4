import { err, ok, type Result } from "neverthrow";
import { authorityToCreateWorkspaces, findOrganization } from "../authority/organization-authority.ts";
import type { OrganizationNotFound } from "../organization/organization-not-found.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { MemberRole } from "../role-assignment/role-assignment.ts";
import type { Actor } from "../values/actor.ts";
import { sortedByBytes } from "../values/byte-order.ts";
import type { Command } from "../values/command.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import { forbidden, type Forbidden } from "../authority/forbidden.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import { tooManyMembers, type TooManyMembers } from "../values/too-many-members.ts";
import { workspaceAlreadyExists, type WorkspaceAlreadyExists } from "../workspace/workspace-already-exists.ts";
import { requireFreeName } from "../facts/require-free-name.ts";
import { requireWorkspaceCapacity } from "../facts/require-workspace-capacity.ts";
import { requireMemberCapacity } from "../facts/require-member-capacity.ts";
import type { WorkspaceLimit } from "../workspace/workspace-limit.ts";
import type { WorkspaceMemberLimit } from "../workspace/workspace-member-limit.ts";
import type { WorkspaceNameTaken } from "../workspace/workspace-name-taken.ts";
import { creatorRole, everyoneRole } from "../workspace/workspace-roles.ts";

export interface CreateWorkspace extends Command {
  readonly actor: Actor;
  /** Null to have one generated. */
  readonly workspaceId: WorkspaceId | null;
  readonly name: string;
  readonly description: string;
  /** The first admin, an organization member. */
  readonly admin: UserId;
  readonly addEveryone: boolean;
}

export interface CreateWorkspaceResult {
  readonly workspaceId: WorkspaceId;
  readonly added: readonly MemberRole[];
}

/** The refusals of `createWorkspace`. */
export type CreateWorkspaceRefusal =
  | OrganizationNotFound
  | Forbidden
  | NotOrganizationMember
  | WorkspaceAlreadyExists
  | WorkspaceNameTaken
  | WorkspaceLimit
  | WorkspaceMemberLimit
  | TooManyMembers;

/**
 * Decides whether the workspace is created, and with which members: its admin, and everyone else if requested (rule W1).
 *
 * An actor who may create it may name any admin: nobody holds a role in a new workspace, so no role is replaced (rule A3).
 */
export function decideCreateWorkspace(
  facts: OrganizationFacts,
  command: CreateWorkspace,
  context: DecisionContext,
): Result<Decision<CreateWorkspaceResult>, CreateWorkspaceRefusal> {
  const { actor, name, description, admin, addEveryone } = command;
  const organization = findOrganization(facts, actor);
  if (organization.isErr()) return err(organization.error);

  const authority = authorityToCreateWorkspaces(facts, actor, context);
  if (authority === null) return err(forbidden("organization:admin"));
  if (!facts.members.has(admin)) return err(notOrganizationMember(admin));

  const workspaceId = command.workspaceId ?? (context.freshId as WorkspaceId);
  if (facts.workspaces.has(workspaceId)) return err(workspaceAlreadyExists());
  const available = requireFreeName(facts, name, workspaceId).andThen(() => requireWorkspaceCapacity(facts, context));
  if (available.isErr()) return err(available.error);

  const { memberCount } = organization.value;
  if (addEveryone && memberCount > context.maxBatchSize) return err(tooManyMembers(context.maxBatchSize, memberCount));

  const added = [
    { userId: admin, role: creatorRole(context.workspaceRoles) },
    ...(addEveryone ? everyoneBut(admin, facts, everyoneRole(context.workspaceRoles)) : []),
  ];
  const fits = requireMemberCapacity(facts, workspaceId, added.length, context);
  if (fits.isErr()) return err(fits.error);

  const newEvents = [
    { type: "workspace.created", workspaceId, name, description } as const,
    ...added.map((member) => ({ type: "workspace.member.added", workspaceId, ...member }) as const),
  ];
  return ok({ events: stampEvents(newEvents, facts, { actor, authority }, context), outcome: { workspaceId, added } });
}

function everyoneBut(admin: UserId, facts: OrganizationFacts, role: string): readonly MemberRole[] {
  const others = [...facts.members.keys()].filter((userId) => userId !== admin);
  return sortedByBytes(others, (userId) => userId).map((userId) => ({ userId, role }));
}
