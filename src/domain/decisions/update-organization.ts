import { err, ok, type Result } from "neverthrow";
import { authorityToManageOrganization, type ManageOrganizationRefusal } from "../authority/manage-organization.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import type { Actor } from "../values/actor.ts";
import type { Command } from "../values/command.ts";
import type { OrganizationId } from "../values/ids.ts";

export interface UpdateOrganization extends Command {
  readonly actor: Actor;
  /** Undefined keeps it. */
  readonly name: string | undefined;
}

export interface UpdateOrganizationResult {
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** Decides whether the organization's name changes (rule O7). An equal name changes nothing. */
export function decideUpdateOrganization(
  facts: OrganizationFacts,
  { organizationId, actor, name: wanted }: UpdateOrganization,
  context: DecisionContext,
): Result<Decision<UpdateOrganizationResult>, ManageOrganizationRefusal> {
  const authority = authorityToManageOrganization(facts, actor);
  if (authority.isErr()) return err(authority.error);

  const before = facts.organization?.name;
  const name = wanted ?? before ?? "";
  const newEvents = name === before ? [] : [{ type: "organization.updated", name } as const];
  return ok({
    events: stampEvents(newEvents, facts, { actor, authority: authority.value }, context),
    outcome: { organizationId, name },
  });
}
