import { err, ok, type Result } from "neverthrow";
import { authorityToGrant } from "./authority-to-grant.ts";
import { rolesAtStake } from "./roles-at-stake.ts";
import { rightsOf, rightTo } from "./rights.ts";
import type { Actor } from "../values/actor.ts";
import { sortedByBytes } from "../values/byte-order.ts";
import type { DecisionContext } from "../facts/decision.ts";
import type { NewEvent } from "../facts/event.ts";
import { forbidden, type Forbidden } from "./forbidden.ts";
import type { UserId, WorkspaceId } from "../values/ids.ts";
import { type OrganizationFacts, roleIn } from "../facts/organization-facts.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import { lastWorkspaceAdmin, type LastWorkspaceAdmin } from "../workspace/last-workspace-admin.ts";
import { creatorRole } from "../workspace/workspace-roles.ts";

/** What becomes of workspaces whose last admin leaves the organization (rule O4). */
export interface SuccessionTerms {
  /** Who becomes admin: a member who stays, or the first organization admin who stays, in byte order of user id. */
  readonly successor: UserId | "organization_admin" | null;
  /** What happens to a workspace that no successor takes over. */
  readonly orphans: "refuse" | "archive";
}

/**
 * The member who becomes admin, or null if nobody can. A named successor who does not stay is refused, unless their
 * workspaces are to be archived.
 */
export function resolveSuccessor(
  { members }: OrganizationFacts,
  { successor, orphans }: SuccessionTerms,
  leaving: ReadonlySet<UserId>,
): Result<UserId | null, NotOrganizationMember> {
  if (successor === "organization_admin") {
    const staying = [...members.values()].filter(({ userId, role }) => role === "admin" && !leaving.has(userId));
    return ok(sortedByBytes(staying, ({ userId }) => userId)[0]?.userId ?? null);
  }
  if (successor === null || (members.has(successor) && !leaving.has(successor))) return ok(successor);
  return orphans === "archive" ? ok(null) : err(notOrganizationMember(successor));
}

/**
 * The events that give each of these workspaces a new admin or archive it. Refuses if neither is possible, or if the actor
 * may do neither.
 */
export function handOver(
  facts: OrganizationFacts,
  workspaceIds: readonly WorkspaceId[],
  terms: { readonly actor: Actor; readonly successor: UserId | null; readonly orphans: SuccessionTerms["orphans"] },
  context: DecisionContext,
): Result<readonly NewEvent[], LastWorkspaceAdmin | Forbidden> {
  const { actor, successor, orphans } = terms;
  if (successor === null && orphans === "refuse" && workspaceIds.length > 0)
    return err(lastWorkspaceAdmin(workspaceIds));

  const events: NewEvent[] = [];
  for (const workspaceId of workspaceIds) {
    const named = successor === null ? null : nameSuccessor(facts, { workspaceId, actor, successor }, context);
    const event =
      named === null || (named.isErr() && orphans === "archive")
        ? archive(facts, { workspaceId, actor }, context)
        : named;
    if (event.isErr()) return err(event.error);
    events.push(event.value);
  }
  return ok(events);
}

/**
 * The event that makes the successor admin. Naming a successor is granting a role, so the actor must be allowed to give the admin role there, and to remove the role that the successor holds (rule A3).
 */
function nameSuccessor(
  facts: OrganizationFacts,
  { workspaceId, actor, successor: userId }: Named & { readonly successor: UserId },
  context: DecisionContext,
): Result<NewEvent, Forbidden> {
  const role = creatorRole(context.workspaceRoles);
  const roles = rolesAtStake(facts, workspaceId, [{ userId, role }]);
  return authorityToGrant(facts, { workspaceId, actor }, roles, context).map(() =>
    becomesAdmin(facts, workspaceId, userId, context),
  );
}

/** The event that makes a user admin of a workspace: they join, or their role changes. */
export function becomesAdmin(
  facts: OrganizationFacts,
  workspaceId: WorkspaceId,
  userId: UserId,
  { workspaceRoles }: DecisionContext,
): NewEvent {
  const role = creatorRole(workspaceRoles);
  const previousRole = roleIn(facts, workspaceId, userId);
  return previousRole === undefined
    ? { type: "workspace.member.added", workspaceId, userId, role }
    : { type: "workspace.member.role_changed", workspaceId, userId, role, previousRole };
}

/** The event that archives a workspace, if the actor manages its settings (rules A1, A2). */
function archive(
  facts: OrganizationFacts,
  { workspaceId, actor }: Named,
  context: DecisionContext,
): Result<NewEvent, Forbidden> {
  const right = rightTo(rightsOf(facts, workspaceId, actor, context), "settings:manage");
  return right === null ? err(forbidden("settings:manage")) : ok({ type: "workspace.archived", workspaceId });
}

interface Named {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
}
