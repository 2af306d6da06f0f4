import {
  type CreateOrganization,
  decideCreateOrganization,
  type OrganizationIsCreated,
} from "../../domain/organization/create-organization.ts";
import type { OrganizationAlreadyExists } from "../../domain/organization/organization-already-exists.ts";
import type { InvalidInput } from "../errors.ts";
import { createOrganizationParser } from "../schemas/create-organization-schema.ts";
import type { CommandDefinition } from "./command-definition.ts";

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
  decide: decideCreateOrganization,
};
