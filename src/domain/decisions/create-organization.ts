import { err, ok, type Result } from "neverthrow";
import type { Command } from "../values/command.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { OrganizationId } from "../values/ids.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import {
  organizationAlreadyExists,
  type OrganizationAlreadyExists,
} from "../organization/organization-already-exists.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";

export interface CreateOrganization extends Command {
  /** Present if the caller gave no id and one was generated. */
  readonly hasFreshId?: true;
  readonly name: string;
  readonly owner: Omit<OrganizationMember, "role">;
}

export interface CreateOrganizationResult {
  readonly organizationId: OrganizationId;
}

/** Decides whether the organization is created. Its owner becomes the first member, with the role `admin` (rule O1). */
export function decideCreateOrganization(
  facts: OrganizationFacts,
  command: CreateOrganization,
  context: DecisionContext,
): Result<Decision<CreateOrganizationResult>, OrganizationAlreadyExists> {
  if (facts.organization !== null) return err(organizationAlreadyExists());

  const { organizationId, name, owner } = command;
  const founder = { actor: { userId: owner.userId }, authority: "founder" } as const;
  const events = stampEvents(
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
