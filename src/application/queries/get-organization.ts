import type { Result } from "neverthrow";
import { z } from "zod";
import {
  findOrganization,
  organizationPermissions,
  type OrganizationPermission,
} from "../../domain/authority/organization-authority.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { actorIds } from "../engine/needs.ts";
import type { QueryFailure } from "../engine/errors.ts";
import { runnableQuery, type RunnableQuery } from "../engine/query-runner.ts";
import type { Runtime } from "../engine/runtime.ts";
import { actor, type ActorInput } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { queryFields, type QueryInput } from "../schemas/query-fields.ts";

/** The input of `getOrganization`. */
export interface GetOrganizationInput extends QueryInput {
  readonly actor: ActorInput;
}

/** An organization, and what the one who asks may do in it. */
export interface OrganizationDetails {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly memberCount: number;
  readonly adminCount: number;
  /** Whether it has no admin, so that only systems administer it (rule O2). */
  readonly isUnowned: boolean;
  readonly activeWorkspaceCount: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
  /** +1 with each commit. */
  readonly revision: number;
  /** The asker's organization role; null for a system. */
  readonly role: OrganizationRole | null;
  /**
   * What the asker may do: `organization:admin` to manage the organization's name and members and to list its members,
   * workspaces and events, `workspaces:create` to create workspaces.
   */
  readonly permissions: readonly OrganizationPermission[];
}

/** The errors of `getOrganization`. */
export type GetOrganizationError = OrganizationNotFound | QueryFailure;

export function getOrganizationSchema() {
  return z.strictObject({ ...queryFields, actor });
}

interface GetOrganization {
  readonly organizationId: OrganizationId;
  readonly atLeast: number | null;
  readonly actor: Actor;
}

/** An organization as its members and systems see it. */
export const getOrganization = {
  parse: parserOf(getOrganizationSchema()),
  need: (request: GetOrganization) => ({ members: actorIds(request.actor) }),
  judge: (facts: OrganizationFacts, request: GetOrganization) => findOrganization(facts, request.actor),
  answer: (
    facts: OrganizationFacts,
    { organizationId, actor: asker }: GetOrganization,
    rules: Pick<DecisionContext, "policy">,
  ): Result<OrganizationDetails, OrganizationNotFound> =>
    findOrganization(facts, asker).map((organization) => ({
      organizationId,
      ...organization,
      isUnowned: organization.adminCount === 0,
      revision: facts.revision,
      role: "userId" in asker ? (facts.members.get(asker.userId)?.role ?? null) : null,
      permissions: organizationPermissions(facts, asker, rules),
    })),
};

export function runnableGetOrganization(runtime: Runtime): RunnableQuery<OrganizationDetails, OrganizationNotFound> {
  const { answer, ...query } = getOrganization;
  return runnableQuery(runtime, { ...query, answer: (facts, request) => answer(facts, request, runtime) });
}
