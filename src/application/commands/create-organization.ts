import {
  type CreateOrganization,
  decideCreateOrganization,
  type OrganizationIsCreated,
} from "../../domain/decisions/create-organization.ts";
import type { OrganizationAlreadyExists } from "../../domain/organization/organization-already-exists.ts";
import type { InvalidInput } from "../errors.ts";
import { repeatedId } from "../engine/repeated-id.ts";
import { createOrganizationParser } from "../schemas/create-organization-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

export const createOrganization: CommandDefinition<
  CreateOrganization,
  OrganizationIsCreated,
  InvalidInput,
  OrganizationAlreadyExists
> = {
  name: "createOrganization",
  parser: createOrganizationParser,
  actorOf: ({ owner: { userId } }) => ({ userId }),
  // A key tells the owner of the organization as long as they are a member of it.
  need: ({ owner, idempotencyKey }) => ({ members: idempotencyKey === null ? [] : [owner.userId] }),
  decide: (facts, command, context) => {
    const decided = decideCreateOrganization(facts, command, context);
    if (decided.isErr() && command.hasFreshId === true) throw repeatedId(command.organizationId);
    return decided;
  },
};
