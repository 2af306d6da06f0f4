import { err, ok, type Result } from "neverthrow";
import type { Command } from "../values/command.ts";
import { type Decision, type DecisionContext, eventsOf } from "../facts/decision.ts";
import type { OrganizationId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import {
  organizationAlreadyExists,
  type OrganizationAlreadyExists,
} from "../organization/organization-already-exists.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";

export interface CreateOrganization extends Command {
  /** There where the caller gave no id and one was made. */
  readonly hasFreshId?: true;
  readonly name: string;
  readonly owner: Omit<OrganizationMember, "role">;
}

/** What creating an organization did. */
export interface CreateOrganizationResult {
  readonly organizationId: OrganizationId;
}

/** Decides whether the organization comes to be. Who creates it becomes its first member, as `admin` (rule O1). */
export function decideCreateOrganization(
  facts: OrganizationFacts,
  command: CreateOrganization,
  context: DecisionContext,
): Result<Decision<CreateOrganizationResult>, OrganizationAlreadyExists> {
  if (facts.organization !== null) return err(organizationAlreadyExists());

  const { organizationId, name, owner } = command;
  const founder = { actor: { userId: owner.userId }, authority: "founder" } as const;
  const events = eventsOf(
    [
      { type: "organization.created", name },
      { type: "organization.member.added", ...owner, role: "admin" },
    ],
    facts,
    founder,
    context,
  );
  return ok({ events, outcome: { organizationId } });
}
